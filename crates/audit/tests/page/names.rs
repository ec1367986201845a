//! Names: the steps of `AccName` 1.2.

use crate::check_words;

fn name(element: sada_audit::Element<'_>) -> String {
    element.accessible_name().to_owned()
}

#[test]
fn by_reference() {
    check_words(
        &[
            ("<p id=a>one</p><p id=b>two</p><button id=x aria-labelledby='a b'>three</button>", "one two"),
            ("<p id=a>one</p><button id=x aria-labelledby='b a'>three</button>", "one"),
            ("<button aria-labelledby=nowhere>three</button>", "three"),
            ("<p id=a></p><button id=x aria-labelledby=a>three</button>", "three"),
            ("<p id=a hidden>one</p><button id=x aria-labelledby=a>three</button>", "one"),
            ("<p id=a hidden>one <b>two</b></p><button id=x aria-labelledby=a>three</button>", "one two"),
            ("<p id=a>one <b hidden>two</b></p><button id=x aria-labelledby=a>three</button>", "one"),
            ("<p id=a hidden>one<style>b{}</style></p><button id=x aria-labelledby=a>three</button>", "one"),
            ("<p id=a aria-hidden=true>one</p><button id=x aria-labelledby=a>three</button>", "one"),
            ("<p id=a aria-label=label>one</p><button id=x aria-labelledby=a>three</button>", "label"),
            ("<img id=a alt=one><button id=x aria-labelledby=a>three</button>", "one"),
            // A pointer in something pointed at is not followed.
            ("<p id=a>one</p><p id=b aria-labelledby=a>two</p><button id=x aria-labelledby=b>three</button>", "two"),
            // An element may point at itself among others.
            ("<p id=a>one</p><button id=x aria-labelledby='x a' aria-label=two>three</button>", "two one"),
            ("<p id=a>one</p><button id=x aria-labelledby='x a'>three</button>", "three one"),
            // Circles end.
            ("<a id=x aria-labelledby=b href=y>one</a><a id=b aria-labelledby=x href=y>two</a>", "two"),
            // Ids mean something within their tree only.
            (
                "<p id=a>one</p><div><template shadowrootmode=open><button id=x aria-labelledby=a>two</button></template></div>",
                "two",
            ),
        ],
        name,
    );
}

#[test]
fn by_attribute() {
    check_words(
        &[
            ("<button aria-label='a  label '>text</button>", "a label"),
            ("<button aria-label=' '>text</button>", "text"),
            ("<button title=tip>text</button>", "text"),
            ("<button title=tip></button>", "tip"),
            ("<nav title=tip></nav>", "tip"),
            ("<p aria-label=label>text</p>", ""),
            ("<span aria-label=label>text</span>", ""),
            ("<div role=group aria-label=label>text</div>", "label"),
            ("<iframe title=tip></iframe>", "tip"),
            ("<div hidden role=button id=x>text</div>", ""),
            ("<button aria-hidden=true aria-label=label>text</button>", ""),
        ],
        name,
    );
}

#[test]
fn by_content() {
    check_words(
        &[
            ("<h1 id=x>one <b>two</b></h1>", "one two"),
            ("<h1 id=x>o<b>n</b>e</h1>", "one"),
            ("<h1 id=x>one<div>two</div>three</h1>", "one two three"),
            ("<h1 id=x>one<br>two</h1>", "one two"),
            ("<h1 id=x>one<img alt=two></h1>", "onetwo"),
            ("<h1 id=x>one <img alt=two></h1>", "one two"),
            ("<h1 id=x>one <img alt='' title=two></h1>", "one"),
            ("<h1 id=x>one <b style='display:none'>two</b></h1>", "one"),
            ("<h1 id=x>one<b style='display:none'>two</b>three</h1>", "onethree"),
            ("<h1 id=x>one <b style='visibility:hidden'>two</b></h1>", "one"),
            ("<h1 id=x>one <b aria-hidden=true>two</b></h1>", "one"),
            ("<h1 id=x>one <b inert>two</b></h1>", "one"),
            ("<h1 id=x>one <b aria-label=two>three</b></h1>", "one two"),
            ("<h1 id=x>one <b role=none>two</b></h1>", "one two"),
            ("<h1 id=x>one <svg><title>two</title></svg></h1>", "one two"),
            ("<h1 id=x>one <a href=y><i title=two></i></a></h1>", "one two"),
            ("<div role=article id=x>text</div>", ""),
            ("<details><summary id=x>more</summary>text</details>", "more"),
            ("<h1 id=x>one <script>two</script></h1>", "one"),
            ("<p id=t>two</p><h1 id=x>one <span aria-labelledby=t>three</span></h1>", "one two"),
            ("<p id=t>two</p><h1 id=x aria-owns=t>one</h1>", "one two"),
            ("<p id=t>two</p><h2 aria-owns=t>0</h2><h1 id=x aria-owns=t>one</h1>", "one"),
            ("<h1 id=x aria-owns=x>one</h1>", "one"),
            (
                "<h1 id=x><template shadowrootmode=open>one <slot></slot></template>two <b slot=s>three</b></h1>",
                "one two",
            ),
            (
                "<h1 id=x><template shadowrootmode=open><slot name=s>one</slot> <slot>two</slot></template></h1>",
                "one two",
            ),
            ("<h1 id=x>one <video title=two>three</video></h1>", "one two"),
            ("<h1 id=x>one <canvas>two</canvas></h1>", "one two"),
            ("<h1 id=x>one <details><summary>two</summary>three</details></h1>", "one two"),
            ("<h1 id=x>one <abbr title=three>two</abbr></h1>", "one two"),
            ("<h1 id=x style='display:flex'><b>one</b><b>two</b></h1>", "one two"),
            ("<h1 id=x>عنوان <b>الصفحة</b></h1>", "عنوان الصفحة"),
        ],
        name,
    );
}

#[test]
fn with_controls_in_it() {
    check_words(
        &[
            ("<div role=checkbox id=x>flash <input value=3> times</div>", "flash 3 times"),
            ("<label>flash <input type=checkbox id=x> <input value=3> times</label>", "flash 3 times"),
            ("<div role=checkbox id=x>flash <div role=textbox>3</div> times</div>", "flash 3 times"),
            ("<div role=checkbox id=x>flash <select><option>1<option selected>2</select> times</div>", "flash 2 times"),
            ("<div role=checkbox id=x>flash <select><option>1<option>2</select> times</div>", "flash 1 times"),
            (
                "<div role=checkbox id=x>flash <select multiple><option selected>1<option selected>2</select></div>",
                "flash 1 2",
            ),
            (
                "<div role=checkbox id=x>flash <div role=listbox><div role=option>1</div><div role=option aria-selected=true>2</div></div> times</div>",
                "flash 2 times",
            ),
            ("<div role=checkbox id=x>flash <input type=range value=3> times</div>", "flash 3 times"),
            (
                "<div role=checkbox id=x>flash <b role=slider aria-valuenow=3 aria-valuetext=three></b> times</div>",
                "flash three times",
            ),
            ("<div role=checkbox id=x>flash <input type=number value=3> times</div>", "flash 3 times"),
            ("<div role=checkbox id=x>key <input type=password value=3></div>", "key"),
            ("<div role=checkbox id=x>flash <input type=checkbox aria-label=often></div>", "flash often"),
            // It is no control within another one's name.
            ("<b id=a>one</b><input id=x aria-labelledby='a x' aria-label=two value=3>", "one two"),
            ("<b id=a>one</b><input id=x aria-labelledby='x a' aria-label=two value=3>", "two one"),
        ],
        name,
    );
}

#[test]
fn what_can_be_heard() {
    use sada_audit::Certainty;
    crate::check(
        &[
            ("<button>text</button>", Certainty::Yes),
            ("<button>٣</button>", Certainty::Yes),
            ("<button>×</button>", Certainty::Yes),
            ("<button></button>", Certainty::No),
            ("<button> &nbsp;&#8203;&shy;&zwnj; </button>", Certainty::No),
            ("<button>\u{e001}</button>", Certainty::No),
            ("<button>\u{e001} text</button>", Certainty::Yes),
            ("<button id=x><x-icon></x-icon></button>", Certainty::Unknown),
            ("<button id=x><x-icon><template shadowrootmode=open></template></x-icon></button>", Certainty::No),
            ("<button id=x><x-icon></x-icon> text</button>", Certainty::Yes),
            ("<input type=submit value=''>", Certainty::Unknown),
            ("<input type=submit>", Certainty::Yes),
        ],
        |element| element.named(),
    );
}
