// The link of an invitation carries its code behind the #, which no server ever sees. Everything works without a script.
const code = document.querySelector("form[action='/portal/invitation'] input[name=token]");
if (code && !code.value && location.hash.length > 1) {
  code.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
}

// After a refusal the first marked field has the focus, so that its error is read out and it can be mended at once.
document.querySelector("main [aria-invalid=true]")?.focus();

// A run that goes on: what changed is fetched again, except what somebody is filling in just now.
const live = document.querySelector("[data-events]");
if (live && live.dataset.events) {
  const events = new EventSource(live.dataset.events);
  let waiting = null;
  const isUsed = part => part.contains(document.activeElement) && document.activeElement.matches("input, textarea, select, summary")
    || [...part.querySelectorAll("input:not([type=hidden], [type=radio]), textarea")].some(each => each.value !== each.defaultValue || each.files?.length);
  // What has the focus keeps it: its like in the fresh part leads to the same and says the same.
  const says = each => ["href", "name", "value", "aria-label"].map(name => each.getAttribute(name)).concat(each.form?.getAttribute("action"), each.textContent).join();
  const renew = (part, fresh) => {
    const held = part.contains(document.activeElement) ? document.activeElement : null;
    const at = [held?.scrollLeft, held?.scrollTop];
    const again = held && [...fresh.querySelectorAll(held.tagName)].find(each => held.matches("[role=region]") ? each.ariaLabel === held.ariaLabel : says(each) === says(held));
    part.replaceWith(document.adoptNode(fresh));
    again?.focus({preventScroll: true});
    again?.scrollTo(...at);
  };
  const refresh = async () => {
    waiting = null;
    const answer = await fetch(location.pathname, {headers: {Accept: "text/html"}});
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of document.querySelectorAll("[data-fresh]")) {
      const fresh = page.getElementById(part.id);
      if (fresh && part.innerHTML !== fresh.innerHTML && !isUsed(part)) renew(part, fresh);
    }
  };
  const soon = () => { waiting ??= setTimeout(refresh, 250); };
  events.onmessage = soon;
  events.addEventListener("over", () => {
    events.close();
    document.getElementById("asks")?.replaceChildren(); // Nobody waits for what is filled in there.
    soon();
  });
}

// A file that the server would not take is told before it is sent.
document.addEventListener("change", ({target}) => {
  const most = Number(target.dataset.most);
  if (target.type !== "file" || !most) return;
  target.setCustomValidity(target.files[0]?.size > most << 20 ? `The file is larger than ${most} MB; choose a smaller one.` : "");
  target.reportValidity();
});
