//! ARIA in HTML: what an author may write on which element.

use crate::check;
use sada_audit::Role;

#[test]
fn roles() {
    for (markup, role, is_permitted) in [
        ("<a href=y>a</a>", Role::Button, true),
        ("<a href=y>a</a>", Role::Heading, false),
        ("<a>a</a>", Role::Heading, true),
        ("<button>a</button>", Role::Tab, true),
        ("<button>a</button>", Role::Heading, false),
        ("<button>a</button>", Role::Button, true),
        ("<h1>a</h1>", Role::Tab, true),
        ("<h1>a</h1>", Role::Button, false),
        ("<img alt=a>", Role::Button, true),
        ("<img alt=a>", Role::Heading, false),
        ("<img>", Role::Button, false),
        ("<img alt=''>", Role::None, true),
        ("<img alt=''>", Role::Img, false),
        ("<img alt='' aria-label=a>", Role::Button, true),
        ("<img>", Role::None, true),
        ("<section><aside id=x>a</aside></section>", Role::Complementary, true),
        ("<input type=checkbox>", Role::Switch, true),
        ("<input type=checkbox>", Role::Radio, false),
        ("<input>", Role::Combobox, true),
        ("<input type=password>", Role::Combobox, false),
        ("<label>a</label>", Role::Button, false),
        ("<nav>a</nav>", Role::TabList, true),
        ("<nav>a</nav>", Role::Region, false),
        ("<ul></ul>", Role::Menu, true),
        ("<section>a</section>", Role::DocChapter, true),
        ("<div>a</div>", Role::Tree, true),
        ("<meta id=x>", Role::None, false),
        ("<table><tr><td>a</table>", Role::Button, false),
        ("<table role=none><tr><td>a</table>", Role::Button, true),
        ("<table role=list><tr><td>a</table>", Role::ListItem, true),
        ("<svg></svg>", Role::Img, true),
    ] {
        let page = sada_audit_html::read_fragment(markup);
        let element = crate::subject(&page);
        assert_eq!(element.permits_role(role), is_permitted, "{markup} {role:?}");
    }
}

#[test]
fn names() {
    check(
        &[
            ("<div>a</div>", true),
            ("<div role=group>a</div>", false),
            ("<span>a</span>", true),
            ("<label>a</label>", true),
            ("<dl><dd id=x>a</dd></dl>", false),
            ("<p>a</p>", true),
            ("<a href=y>a</a>", false),
            ("<section>a</section>", true),
            ("<section aria-label=b>a</section>", false),
            ("<iframe></iframe>", false),
            ("<button>a</button>", false),
            ("<x-own>a</x-own>", true),
        ],
        |element| element.is_naming_prohibited(),
    );
}

#[test]
fn attributes() {
    for (markup, attribute, is_permitted) in [
        ("<input type=checkbox>", "aria-checked", false),
        ("<input type=checkbox>", "aria-label", true),
        ("<div role=checkbox></div>", "aria-checked", true),
        ("<meta id=x>", "aria-hidden", false),
        ("<input type=hidden>", "aria-label", false),
        ("<option>a", "aria-selected", false),
        ("<br id=x>", "aria-label", false),
        ("<br id=x>", "aria-hidden", true),
        ("<datalist id=x></datalist>", "aria-label", false),
    ] {
        let page = sada_audit_html::read_fragment(markup);
        let element = crate::subject(&page);
        assert_eq!(element.permits_attribute(attribute), is_permitted, "{markup} {attribute}");
    }
}

#[test]
fn attributes_in_spite_of_the_role() {
    for (markup, attribute, is_allowed) in [
        ("<input type=date>", "aria-required", true),
        ("<input type=date role=button>", "aria-required", false),
        ("<input type=radio>", "aria-required", true),
        ("<input type=color>", "aria-required", false),
        ("<div>a</div>", "aria-required", false),
        ("<table><tr><td>a<th id=x>b<tr><td>c<td>d</table>", "aria-sort", true),
    ] {
        let page = sada_audit_html::read_fragment(markup);
        let element = crate::subject(&page);
        assert_eq!(element.allows_in_spite_of_role(attribute), is_allowed, "{markup} {attribute}");
    }
}
