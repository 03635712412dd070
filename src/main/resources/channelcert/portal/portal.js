// The link of an invitation carries its code behind the #, which no server ever sees. Everything works without a script.
const code = document.querySelector("form[action='/portal/invitation'] input[name=token]");
if (code && !code.value && location.hash.length > 1) {
  code.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
}

// A file that the server would not take is told before it is sent.
const file = document.querySelector("input[type=file]");
file?.addEventListener("change", () => {
  file.setCustomValidity(file.files[0]?.size > 2 << 20 ? "The file is larger than 2 MB; choose the workbook that you filled in." : "");
  file.reportValidity();
});
