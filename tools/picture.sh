#!/usr/bin/env bash
# Draws the README's picture: what ./run.sh prints, as docs/one-site-or-ten.svg. Run it when the stories or the words change.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
picture=docs/one-site-or-ten.svg
build/release/headrace compare scenarios/one-site.toml scenarios/ten-sites.toml scenarios/ten-sites-ready.toml |
  LC_ALL=C awk '
    { gsub(/&/, "\\&amp;"); gsub(/</, "\\&lt;"); gsub(/>/, "\\&gt;"); line[NR] = $0 }
    END {
      height = NR * 18 + 56
      printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 880 %d\" role=\"img\" aria-label=\"What run.sh prints\">\n", height
      printf "<rect width=\"880\" height=\"%d\" rx=\"8\" fill=\"#16202b\"/>\n", height
      for (k = 0; k < 3; ++k) printf "<circle cx=\"%d\" cy=\"18\" r=\"5\" fill=\"#3b4a5a\"/>\n", 20 + 18 * k
      print "<g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"13.6\" fill=\"#d7e0ea\" xml:space=\"preserve\">"
      for (i = 1; i <= NR; ++i) printf "<text x=\"20\" y=\"%d\" textLength=\"%.1f\" lengthAdjust=\"spacing\">%s</text>\n", 46 + 18 * (i - 1), length(line_plain(line[i])) * 8.2, line[i]
      print "</g>\n</svg>"
    }
    # Characters, not bytes: continuation bytes of UTF-8 do not count.
    function line_plain(s) { gsub(/&(amp|lt|gt);/, "x", s); gsub(/[\200-\277]/, "", s); return s }
  ' >"$picture.new"
mv "$picture.new" "$picture"
