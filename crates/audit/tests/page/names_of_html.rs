//! Names: what HTML and SVG call a label.

use crate::check_words;

#[test]
fn of_html() {
    check_words(
        &[
            ("<label>Name <input id=x></label>", "Name"),
            ("<label for=x>Name</label><input id=x>", "Name"),
            ("<label for=x>First</label><label for=x>Second</label><input id=x>", "First Second"),
            ("<label for=x hidden>Name</label><input id=x>", "Name"),
            ("<label for=x></label><input id=x title=tip placeholder=hint>", "tip"),
            ("<input placeholder=hint>", "hint"),
            ("<input aria-placeholder=hint>", "hint"),
            ("<input title=tip placeholder=hint>", "tip"),
            ("<input type=checkbox placeholder=hint>", ""),
            ("<input type=date placeholder=hint>", ""),
            ("<input type=nonsense placeholder=hint>", "hint"),
            ("<label for=x aria-label=Name>text</label><input id=x>", "Name"),
            ("<label for=x title=tip></label><input id=x>", "tip"),
            ("<label for=x><img alt=City></label><input id=x>", "City"),
            ("<label>Name <textarea id=x>value</textarea></label>", "Name"),
            ("<label>Size <select id=x><option>S</select></label>", "Size"),
            ("<label>Name <input id=x value=v> and more</label>", "Name and more"),
            ("<label for=x>Go</label><button id=x>text</button>", "Go"),
            ("<button>text</button>", "text"),
            ("<input type=submit>", "Submit"),
            ("<input type=submit value=Send>", "Send"),
            // It shows no words.
            ("<input type=submit value=''>", ""),
            ("<input type=submit value='' title=tip>", "tip"),
            ("<input type=reset>", "Reset"),
            ("<input type=button value=Press>", "Press"),
            ("<input type=button title=tip>", "tip"),
            ("<input type=image alt=Find value=v>", "Find"),
            ("<input type=image value=v>", ""),
            ("<input type=image title=tip>", "tip"),
            ("<input type=file title=tip>", "tip"),
            ("<fieldset id=x><legend>Colour</legend></fieldset>", "Colour"),
            ("<fieldset id=x><div><legend>Colour</legend></div></fieldset>", ""),
            ("<fieldset title=tip></fieldset>", "tip"),
            ("<figure id=x><img alt=a><figcaption>The harbour</figcaption></figure>", "The harbour"),
            ("<table id=x><caption>Sales</caption><tr><td>1</table>", "Sales"),
            ("<table id=x title=tip><tr><td>1</table>", "tip"),
            ("<table><tr><td id=x>1 <b>2</b></table>", "1 2"),
            ("<img alt=' The  harbour '>", "The harbour"),
            ("<img title=tip>", "tip"),
            ("<img alt='' title=tip>", ""),
            ("<img alt=a aria-label=b>", "b"),
            ("<map name=m><area id=x href=y alt=there></map><img usemap=#m>", "there"),
            ("<select><option id=x label=short>long</select>", "short"),
            ("<select><option id=x>long</select>", "long"),
            ("<select><optgroup id=x label=short></select>", "short"),
            ("<output id=x>3</output><label for=x>Sum</label>", "Sum"),
            ("<meter id=x></meter><label for=x>Full</label>", "Full"),
            ("<a href=x><img alt=home></a>", "home"),
            ("<a id=x href=x><img alt=''> home</a>", "home"),
            ("<dialog open>text</dialog>", ""),
            ("<div role=textbox aria-placeholder=hint></div>", "hint"),
            ("<div role=tooltip>text</div>", "text"),
            ("<div role=tab>text</div>", "text"),
            ("<div role=tabpanel>text</div>", ""),
        ],
        |element| element.accessible_name().to_owned(),
    );
}

#[test]
fn of_svg_and_mathml() {
    check_words(
        &[
            ("<svg id=x><title>Sales</title></svg>", "Sales"),
            ("<svg id=x><g><title>Sales</title></g></svg>", ""),
            ("<svg id=x aria-label=a><title>Sales</title></svg>", "a"),
            ("<svg><a id=x href=y xlink:title=tip></a></svg>", "tip"),
            ("<svg><a id=x href=y><text>Sales</text></a></svg>", "Sales"),
            ("<svg><a id=x href=y><title>t</title><text>Sales</text></a></svg>", "t"),
            ("<math alttext='one half'></math>", "one half"),
            ("<button id=x><svg><g><title>Close</title></g></svg></button>", "Close"),
            ("<button id=x><svg><text>Close</text><desc>A cross</desc></svg></button>", "Close"),
            ("<button id=x><svg role=none><title>Close</title></svg></button>", ""),
            ("<button id=x><svg><defs><text>Close</text></defs></svg></button>", ""),
            ("<button id=x><svg><style>a{}</style></svg></button>", ""),
            ("<svg><g id=x role=button><text>Close</text></g></svg>", "Close"),
        ],
        |element| element.accessible_name().to_owned(),
    );
}
