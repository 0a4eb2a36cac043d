/// What sorts and filters the tables of the page. It reads nothing but the page, and asks nobody for anything.
enum PortfolioScript {
  /// The SHA-256 of ``text``, by which the page's policy knows the one script that may run.
  static let hash = "sha256-Xazez8uCiapUcDEOSM+KeLmwVSPXq0cKZq/jQj6h57U="

  static let text = """

    "use strict";
    const input = document.getElementById("filter"), count = document.querySelector("output");
    const rows = [...document.querySelectorAll("tbody tr")].map(row => [row, row.textContent.toLowerCase()]);
    const label = input.form.dataset.sort;
    const compare = new Intl.Collator(document.documentElement.lang, {numeric: true}).compare;
    for (const table of document.querySelectorAll("table")) {
      const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0];
      heads.forEach((head, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.setAttribute("aria-label", `${label} ${head.textContent}`);
        head.append(button);
        button.addEventListener("click", () => {
          const isNumber = head.classList.contains("n"), now = head.getAttribute("aria-sort");
          const order = now ? (now === "ascending" ? "descending" : "ascending") : (isNumber ? "descending" : "ascending");
          const sign = order === "ascending" ? 1 : -1;
          for (const other of heads) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", order);
          const keyed = [...body.rows].map(row => {
            const cell = row.cells[column];
            return [row, isNumber ? Number(cell.dataset.n) : cell.textContent];
          });
          keyed.sort((a, b) => sign * (isNumber ? a[1] - b[1] : compare(a[1], b[1])));
          body.append(...keyed.map(entry => entry[0]));
        });
      });
    }
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
      let shown = 0;
      for (const [row, text] of rows) {
        row.hidden = !words.every(word => text.includes(word));
        if (!row.hidden) shown++;
      }
      count.textContent = words.length ? `${shown}/${rows.length}` : "";
    });
    input.form.addEventListener("submit", event => event.preventDefault());
    input.form.hidden = false;

    """
}
