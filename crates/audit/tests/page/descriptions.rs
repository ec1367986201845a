//! Descriptions: `AccName` 1.2 and HTML-AAM.

use crate::check_words;

#[test]
fn of_everything() {
    check_words(
        &[
            ("<p id=d>how</p><button id=x aria-describedby=d>what</button>", "how"),
            ("<p id=d>how</p><p id=e>when</p><button id=x aria-describedby='d e'>what</button>", "how when"),
            ("<p id=d hidden>how</p><button id=x aria-describedby=d title=tip>what</button>", "how"),
            ("<button aria-description=how title=tip>what</button>", "how"),
            ("<button title=tip>what</button>", "tip"),
            ("<button title=tip></button>", ""),
            ("<table id=x aria-label=a><caption>Sales</caption></table>", "Sales"),
            ("<table id=x><caption>Sales</caption></table>", ""),
            ("<svg id=x><title>Sales</title><desc>Up</desc></svg>", "Up"),
            ("<input type=submit value=Send aria-label=Go>", "Send"),
            ("<button hidden title=tip id=x>what</button>", ""),
        ],
        |element| element.accessible_description(),
    );
}
