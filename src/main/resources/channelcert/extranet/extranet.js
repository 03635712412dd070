// The calendar as a grid of one tab stop: arrow keys move, Home and End go along the row, Page Up and Page Down between
// the space categories. Everything else works without a script.
const grid = document.querySelector("table[role=grid]");

if (grid) {
  const rows = [...grid.tBodies].flatMap((body) => [...body.rows]);
  const detail = document.getElementById("detail");
  const dates = [...grid.tHead.rows[1].cells].slice(1).map((cell) => cell.dataset.day);
  let marked = [];

  const cellAt = (row, column) =>
    rows[Math.max(0, Math.min(rows.length - 1, row))]?.cells[Math.max(1, Math.min(dates.length, column))];

  const tell = (cell) => {
    const row = cell.parentElement;
    const strong = document.createElement("strong");
    strong.textContent = cell.textContent.trim() || "–";
    const said = cell.dataset.d ? ` ${cell.dataset.d}` : "";
    detail.replaceChildren(`${row.cells[0].dataset.row}, ${dates[cell.cellIndex - 1]}: `, strong, said, ". ");
    const source = document.querySelector(`#sources li[data-n="${cell.dataset.s}"]`);
    if (source) {
      const link = source.querySelector("a").cloneNode(true);
      detail.append("Set by message ", link, ` (${source.querySelector(".sub").textContent}).`);
    } else if (cell.textContent.trim()) {
      detail.append("Which message set it is not known.");
    }
  };

  const mark = (cell) => {
    marked.forEach((each) => each.classList.remove("same"));
    marked = cell.dataset.s === "0" ? [] : [...grid.querySelectorAll(`td[data-s="${cell.dataset.s}"]`)];
    marked.forEach((each) => each.classList.add("same"));
  };

  let current = cellAt(0, 1);
  if (current) current.tabIndex = 0;

  grid.addEventListener("focusin", (event) => {
    const cell = event.target.closest("td");
    if (!cell) return;
    current.tabIndex = -1;
    current = cell;
    current.tabIndex = 0;
    tell(cell);
    mark(cell);
  });

  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td");
    if (!cell || event.altKey || event.metaKey) return;
    const row = rows.indexOf(cell.parentElement);
    const column = cell.cellIndex;
    const block = [...grid.tBodies].indexOf(cell.closest("tbody"));
    const first = (index) => rows.indexOf(grid.tBodies[Math.max(0, Math.min(grid.tBodies.length - 1, index))].rows[0]);
    const target = {
      ArrowLeft: () => cellAt(row, column - 1),
      ArrowRight: () => cellAt(row, column + 1),
      ArrowUp: () => cellAt(row - 1, column),
      ArrowDown: () => cellAt(row + 1, column),
      Home: () => cellAt(event.ctrlKey ? 0 : row, 1),
      End: () => cellAt(event.ctrlKey ? rows.length : row, dates.length),
      PageUp: () => cellAt(first(block - 1), column),
      PageDown: () => cellAt(first(block + 1), column),
    }[event.key]?.();
    if (!target) return;
    event.preventDefault();
    target.focus({ preventScroll: true });
    reveal(target);
  });

  // Sticky headers cover what the browser would call visible.
  const reveal = (cell) => {
    const frame = grid.parentElement;
    const side = rows[0].cells[0].offsetWidth;
    const top = grid.tHead.offsetHeight;
    if (cell.offsetLeft - side < frame.scrollLeft) frame.scrollLeft = cell.offsetLeft - side;
    const right = cell.offsetLeft + cell.offsetWidth - frame.clientWidth;
    if (right > frame.scrollLeft) frame.scrollLeft = right;
    if (cell.offsetTop - top < frame.scrollTop) frame.scrollTop = cell.offsetTop - top;
    const bottom = cell.offsetTop + cell.offsetHeight - frame.clientHeight;
    if (bottom > frame.scrollTop) frame.scrollTop = bottom;
  };
}

// A choice in a filter that has a button is sent at once.
document.querySelectorAll("form.filter select").forEach((choice) => {
  choice.addEventListener("change", () => choice.form.requestSubmit());
});

// Nothing is sent twice by an impatient second click.
document.addEventListener("submit", (event) => {
  if (event.target.method === "post") {
    setTimeout(() => event.target.querySelectorAll("button").forEach((button) => (button.disabled = true)));
  }
});
