/// The style sheet of HTML pages.
enum HTMLStyle {
  /// The whole sheet. It names no other file; fonts are those of the reader's machine.
  static let sheet = """
    @page {
      size: A4 portrait;
      margin: 20mm 18mm 18mm;
      @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; }
    }
    @page wide { size: A4 landscape; margin: 14mm 12mm 16mm; }
    html {
      color: #000;
      background: #fff;
      line-height: 1.5;
      font-family: "Noto Sans TC", "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei", sans-serif;
    }
    body { margin: 0; }
    main { max-width: 90rem; margin: 0 auto; padding: 1rem; }
    h1 { margin: 0 0 1rem; font-size: 1.35rem; text-align: center; }
    h2 { margin: 1.5rem 0 0.75rem; font-size: 1.15rem; }
    h3, h4, h5, h6 { margin: 1.25rem 0 0.5rem; font-size: 1rem; }
    p, ul, pre, blockquote { margin: 0.5rem 0; }
    blockquote { padding-left: 1em; border-left: 2px solid #000; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; }
    a { color: inherit; overflow-wrap: anywhere; }
    ul { padding-left: 0; list-style: none; }
    li { margin-left: 1.2em; list-style: disc; }
    li[class] { list-style: none; }
    li > * { text-indent: 0; }
    li ul { margin: 0; }
    .n1 { margin-left: 0.5em; text-indent: -0.5em; }
    .n2 { margin-left: 1em; text-indent: -1em; }
    .n3 { margin-left: 1.5em; text-indent: -1.5em; }
    .n4 { margin-left: 2em; text-indent: -2em; }
    .n5 { margin-left: 2.5em; text-indent: -2.5em; }
    .n6 { margin-left: 3em; text-indent: -3em; }
    .n7 { margin-left: 3.5em; text-indent: -3.5em; }
    .n8 { margin-left: 4em; text-indent: -4em; }
    .n9 { margin-left: 4.5em; text-indent: -4.5em; }
    .n10 { margin-left: 5em; text-indent: -5em; }
    .n11 { margin-left: 5.5em; text-indent: -5.5em; }
    .n12 { margin-left: 6em; text-indent: -6em; }
    table { width: 100%; margin: 1rem 0; table-layout: fixed; border-spacing: 0; border-left: 1px solid #000; }
    caption { padding-bottom: 0.5rem; text-align: left; }
    caption h2 { margin: 0; text-align: center; }
    th, td {
      padding: 0.3rem 0.4rem;
      border: 0 solid #000;
      border-width: 0 1px 1px 0;
      text-align: left;
      vertical-align: top;
      font-weight: normal;
      overflow-wrap: anywhere;
    }
    thead th { position: sticky; top: 0; border-top-width: 1px; background: #eee; text-align: center; vertical-align: middle; font-weight: bold; }
    th span { display: inline-block; }
    td p, th p, td ul, th ul, td pre, th pre { margin: 0; }
    @media screen {
      section > table { min-width: 56rem; }
    }
    @media print {
      html {
        font-family: "標楷體", "DFKai-SB", "BiauKaiTC", "BiauKai", "TW-Kai", "Noto Serif TC", "Noto Serif CJK TC", serif;
        font-size: 10pt;
        line-height: 1.35;
      }
      main { max-width: none; padding: 0; }
      .wide { page: wide; }
      h1 { font-size: 14pt; }
      h2 { font-size: 12pt; }
      h3, h4, h5, h6 { font-size: 10.5pt; }
      h1, h2, h3, h4, h5, h6, caption { break-after: avoid; }
      thead { display: table-header-group; }
      thead, tr, td { break-inside: avoid; }
      .spans, [rowspan], .long, .long td { break-inside: auto; }
      table { font-size: 9.5pt; border-collapse: collapse; }
      th, td { padding: 1mm 1.2mm; border-width: 0.5pt; }
      /* A page ends between blocks, but not inside the padding of a cell: there Chromium would move the whole row. */
      .long td:not([rowspan]) { padding-bottom: 0; }
      .long td:not([rowspan])::after { content: ""; display: block; height: 1mm; }
      thead th { position: static; }
      /* A name for several rows comes again on each page: as the head of a table that is higher than the cell, since a cell
         grows where rows go to the next page. What is too much is cut off. */
      th[rowspan] { height: 1px; overflow: hidden; }
      th[rowspan] > div { height: 100%; }
      th[rowspan] > div > div { display: table; width: 100%; height: 200%; table-layout: fixed; }
      th[rowspan] > div > div > div { display: table-header-group; break-inside: avoid; }
      th[rowspan] > div > div::after { content: ""; display: table-row-group; }
      a { text-decoration: none; }
    }
    """
}
