// The link of an invitation carries its code behind the #, which no server ever sees. Everything works without a script.
const code = document.querySelector("form[action='/portal/invitation'] input[name=token]");
if (code && !code.value && location.hash.length > 1) {
  code.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
}
