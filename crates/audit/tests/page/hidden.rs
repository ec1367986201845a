//! What is there for whom: five different questions.

use crate::check;
use sada_audit::Certainty;

#[test]
fn hidden_from_assistive_technologies() {
    check(
        &[
            ("<p>a</p>", false),
            ("<p hidden>a</p>", true),
            ("<p style='display:none'>a</p>", true),
            ("<div style='display:none'><p id=x>a</p></div>", true),
            ("<p style='visibility:hidden'>a</p>", true),
            ("<p style='visibility:collapse'>a</p>", true),
            ("<div style='visibility:hidden'><p id=x style='visibility:visible'>a</p></div>", false),
            ("<p style='opacity:0'>a</p>", false),
            ("<p aria-hidden=true>a</p>", true),
            ("<p aria-hidden=TRUE>a</p>", true),
            ("<p aria-hidden=false>a</p>", false),
            ("<p aria-hidden>a</p>", false),
            ("<div aria-hidden=true><p id=x aria-hidden=false>a</p></div>", true),
            ("<div inert><p id=x>a</p></div>", true),
            ("<div hidden=until-found><p id=x>a</p></div>", true),
            ("<div hidden=until-found id=x><p>a</p></div>", false),
            ("<div style='content-visibility:hidden'><p id=x>a</p></div>", true),
            ("<div style='content-visibility:auto'><p id=x>a</p></div>", false),
            ("<details><summary>a</summary><p id=x>b</p></details>", true),
            ("<details open><summary>a</summary><p id=x>b</p></details>", false),
            ("<dialog><p id=x>a</p></dialog>", true),
            ("<video><p id=x>a</p></video>", true),
            ("<canvas><p id=x>a</p></canvas>", false),
            ("<object data=y><p id=x>a</p></object>", false),
            ("<svg><symbol><g id=x><text>a</text></g></symbol></svg>", true),
            ("<div><template shadowrootmode=open><slot name=s></slot></template><p id=x>a</p></div>", true),
            ("<div><template shadowrootmode=open><slot></slot></template><p id=x>a</p></div>", false),
            ("<div><template shadowrootmode=open><p hidden><slot></slot></p></template><p id=x>a</p></div>", true),
            ("<div><template shadowrootmode=open><slot><p id=x>a</p></slot></template>b</div>", true),
        ],
        |element| element.is_programmatically_hidden(),
    );
}

#[test]
fn in_the_accessibility_tree() {
    check(
        &[
            ("<p>a</p>", true),
            ("<p hidden>a</p>", false),
            ("<p style='opacity:0'>a</p>", true),
            ("<h1 role=none>a</h1>", false),
            ("<img alt=''>", false),
            ("<button><h1 id=x>a</h1></button>", false),
            ("<div role=img><h1 id=x>a</h1></div>", false),
            ("<a href=y><h1 id=x>a</h1></a>", true),
            ("<section>a</section>", true),
        ],
        |element| element.is_in_accessibility_tree(),
    );
}

#[test]
fn seen() {
    check(
        &[
            ("<p>a</p>", Certainty::Yes),
            ("<p style='display:none'>a</p>", Certainty::No),
            ("<p style='opacity:0'>a</p>", Certainty::No),
            ("<div style='opacity:0'><p id=x>a</p></div>", Certainty::No),
            ("<p aria-hidden=true>a</p>", Certainty::Yes),
            ("<p style='position:absolute;clip-path:inset(50%)'>a</p>", Certainty::No),
            ("<p style='position:absolute;left:-9999px'>a</p>", Certainty::Unknown),
        ],
        |element| element.visible(),
    );
}

#[test]
fn perhaps_not_shown_at_all() {
    check(
        &[
            ("<p>a</p>", false),
            // Who can show what `data` is does not show this.
            ("<object data=y><p id=x>a</p></object>", true),
            ("<object><p id=x>a</p></object>", false),
        ],
        |element| element.may_be_hidden(),
    );
}

#[test]
fn visible_words() {
    crate::check_words(
        &[
            ("<p id=x>one <b>two</b></p>", "one two"),
            ("<p id=x>one <b hidden>two</b></p>", "one"),
            ("<p id=x>one <b style='opacity:0'>two</b></p>", "one"),
            (
                "<p id=x>one <b style='visibility:hidden'>two <i style='visibility:visible'>three</i></b></p>",
                "one three",
            ),
            ("<div id=x>one<p>two</p>three</div>", "one two three"),
            ("<p id=x>one<br>two</p>", "one two"),
            ("<p id=x>o<b>n</b>e</p>", "one"),
            ("<p id=x style='display:flex'><b>one</b><b>two</b></p>", "one two"),
            ("<details id=x><summary>one</summary>two <b>three</b></details>", "one"),
            ("<p id=x>one <video>two</video> <canvas>three</canvas></p>", "one"),
            ("<svg id=x><defs><text>one</text></defs><text>two</text></svg>", "two"),
            ("<div id=x><template shadowrootmode=open>one <slot></slot></template>two</div>", "one two"),
            ("<p id=x aria-label=label>one <img alt=two></p>", "one"),
        ],
        |element| element.visible_inner_text(),
    );
}
