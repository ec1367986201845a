//! What can take the focus, and what the Tab key leads to.

use crate::check;
use sada_audit::Certainty;

#[test]
fn focusable_and_in_the_tab_order() {
    check(
        &[
            ("<a href=y>a</a>", (true, true)),
            ("<a>a</a>", (false, false)),
            ("<a href=y tabindex=-1>a</a>", (true, false)),
            ("<p>a</p>", (false, false)),
            ("<p tabindex=0>a</p>", (true, true)),
            ("<p tabindex=-1>a</p>", (true, false)),
            ("<p tabindex=x>a</p>", (false, false)),
            ("<p tabindex='+1x'>a</p>", (true, true)),
            ("<button>a</button>", (true, true)),
            ("<button disabled>a</button>", (false, false)),
            ("<button disabled tabindex=0>a</button>", (false, false)),
            ("<p disabled tabindex=0>a</p>", (true, true)),
            ("<fieldset disabled><input id=x></fieldset>", (false, false)),
            ("<fieldset disabled><legend><input id=x></legend></fieldset>", (true, true)),
            ("<fieldset disabled><legend></legend><legend><input id=x></legend></fieldset>", (false, false)),
            ("<fieldset disabled><fieldset><legend><input id=x></legend></fieldset></fieldset>", (false, false)),
            ("<fieldset disabled><a id=x href=y>a</a></fieldset>", (true, true)),
            ("<input type=hidden tabindex=0>", (false, false)),
            ("<button hidden>a</button>", (false, false)),
            ("<button style='visibility:hidden'>a</button>", (false, false)),
            ("<button style='opacity:0'>a</button>", (true, true)),
            ("<button aria-hidden=true>a</button>", (true, true)),
            ("<div inert><button id=x>a</button></div>", (false, false)),
            ("<p contenteditable>a</p>", (true, true)),
            ("<p contenteditable=plaintext-only>a</p>", (true, true)),
            ("<p contenteditable=false>a</p>", (false, false)),
            ("<details><summary id=x>a</summary></details>", (true, true)),
            ("<details><summary>a</summary><summary id=x>b</summary></details>", (false, false)),
            ("<details open><summary>a</summary><div><summary id=x>b</summary></div></details>", (false, false)),
            ("<details><summary>a</summary><button id=x>b</button></details>", (false, false)),
            ("<details><summary>a<button id=x>b</button></summary></details>", (true, true)),
            ("<audio id=x controls></audio>", (true, true)),
            ("<video id=x></video>", (false, false)),
            ("<iframe></iframe>", (true, true)),
            ("<iframe tabindex=-1></iframe>", (true, false)),
            ("<map name=m><area id=x href=y></map><img usemap=#m>", (true, true)),
            ("<map name=m><area id=x href=y></map>", (false, false)),
            ("<map name=m><area id=x href=y></map><img usemap=#m hidden>", (false, false)),
            ("<svg><a id=x href=y></a></svg>", (true, true)),
            ("<svg><a id=x></a></svg>", (false, false)),
            ("<svg><g id=x tabindex=0></g></svg>", (true, true)),
            ("<input type=radio name=n id=x><input type=radio name=n checked>", (true, false)),
            ("<input type=radio name=n checked id=x><input type=radio name=n>", (true, true)),
            ("<input type=radio name=n><input type=radio name=n id=x><input type=radio name=n>", (true, false)),
            ("<input type=radio name=n><input type=radio name=n id=x>", (true, true)),
            ("<form><input type=radio name=n id=x></form><form><input type=radio name=n checked></form>", (true, true)),
            ("<input type=radio id=x><input type=radio checked>", (true, true)),
            ("<div tabindex=-1><template shadowrootmode=open><button id=x>a</button></template></div>", (true, false)),
            (
                "<div tabindex=-1><template shadowrootmode=open><slot></slot></template><button id=x>a</button></div>",
                (true, false),
            ),
            ("<canvas><button id=x>a</button></canvas>", (true, true)),
        ],
        |element| (element.is_focusable(), element.is_in_tab_order()),
    );
}

#[test]
fn the_first_stop_within() {
    let sure = |name: &str| Some((name.to_owned(), Certainty::Yes));
    let unsure = |name: &str| Some((name.to_owned(), Certainty::Unknown));
    check(
        &[
            ("<p id=x><b><input></b><a href=y>a</a></p>", sure("input")),
            ("<button id=x>a</button>", None),
            ("<p id=x><a href=y tabindex=-1>a</a></p>", None),
            ("<p id=x><iframe></iframe></p>", unsure("iframe")),
            ("<p id=x><iframe></iframe><input></p>", sure("input")),
            ("<div id=x><template shadowrootmode=open><input></template><button>a</button></div>", sure("input")),
            (
                "<div id=x><template shadowrootmode=open><b><slot></slot></b></template><button>a</button></div>",
                sure("button"),
            ),
        ],
        |element| element.tab_stop_within().map(|(stop, is_sure)| (stop.name().to_owned(), is_sure)),
    );
}
