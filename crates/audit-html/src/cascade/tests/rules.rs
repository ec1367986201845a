//! Order, selectors, shadow roots, and what cannot be decided.

use super::check;

#[test]
fn order_decides() {
    check(&[
        ("<style>p{color:red}p{color:blue}</style><p id=x>", "#0000ff"),
        ("<style>.a{color:red}p{color:blue}</style><p id=x class=a>", "#ff0000"),
        ("<style>#x{color:red}</style><p id=x style='color:blue'>", "#0000ff"),
        ("<style>p{color:red!important}</style><p id=x style='color:blue'>", "#ff0000"),
        ("<style>@layer a{#x{color:red}}p{color:blue}</style><p id=x>", "#0000ff"),
        ("<style>@layer a{p{color:red!important}}p{color:blue!important}</style><p id=x>", "#ff0000"),
        ("<style>@layer a,b;@layer b{p{color:red}}@layer a{p{color:blue}}</style><p id=x>", "#ff0000"),
        ("<style>@layer b{p{color:red}}@layer b{p{color:revert-layer}}p{color:revert-layer}</style><p id=x>", ""),
        ("<style>a{color:red;color:revert}</style><a id=x href=y>", "#0000ee"),
        ("<style>p{color:red}b{color:initial}</style><p><b id=x>", "w700"),
        ("<body text=red><p id=x style='color:unset'>", "#ff0000"),
        ("<font id=x color=red size=5>", "#ff0000 24.0px"),
        ("<style>table{background:lime}</style><table id=x bgcolor=red>", "on #00ff00"),
        ("<p id=x style='color:red;color:nonsense'>", "#ff0000"),
        ("<style>p:nonsense,p{color:red}</style><p id=x>", ""),
        ("<style>p{color:red}p::nonsense{color:blue}</style><p id=x>", "#ff0000"),
    ]);
}

#[test]
fn selectors_match_as_in_browsers() {
    check(&[
        ("<style>p:not(.a):is(#x,i){color:red}</style><p id=x>", "#ff0000"),
        ("<style>div:has(>b){color:red}</style><div id=x><b></b></div>", "#ff0000"),
        (
            "<style>.a{& .b{color:red}&#x{background:lime}}</style><p class=a><b class='a b' id=x>",
            "#ff0000 on #00ff00 w700",
        ),
        ("<style>p:nth-child(2 of .k){color:red}</style><div><p class=k><i></i><p class=k id=x></div>", "#ff0000"),
        ("<style>a:link{color:red}a:visited,a:hover{color:blue}</style><a id=x href=y>", "#ff0000"),
        ("<style>:root p:only-child{color:red}p:empty{background:lime}</style><p id=x></p>", "#ff0000 on #00ff00"),
        (
            "<style>input:disabled{color:red}</style><fieldset disabled><input id=x></fieldset>",
            "#ff0000 on #efefef/0.30 13.3px",
        ),
        ("<style>p:lang(en){color:red}</style><p lang=en-GB><b></b><p id=x lang=EN>", "#ff0000"),
        ("<style>[a=B i]{color:red}</style><p id=x a=b>", "#ff0000"),
    ]);
}

#[test]
fn scopes_hold_what_is_in_them() {
    check(&[
        ("<style>@scope(.s){:scope{color:red}}</style><p id=x>", ""),
        ("<style>@scope(.s){:scope{color:red}}</style><p id=x class=s>", "#ff0000"),
        ("<style>@scope(.s) to (.t){:scope{color:red}}</style><html id=x>", ""),
        ("<style>@scope(.s){p{color:red}}</style><div class=s><p id=x>", "#ff0000"),
        ("<style>@scope(.s){> p{color:red}}</style><div class=s><i><p id=x>", ""),
        ("<style>@scope(.s) to (.t){p{color:red}}</style><div class=s><i class=t><p id=x>", ""),
        ("<style>@scope(.s) to (.s){p{color:red}}</style><div class=s><p id=x>", "#ff0000"),
        ("<style>@scope(.s) to (> .t){p{color:red}}</style><div class=s><i><b class=t><p id=x>", "#ff0000 w700"),
        ("<style>@scope(.s){p{color:red}}@scope(.t){p{color:blue}}</style><i class=t><i class=s><p id=x>", "#ff0000"),
        ("<style>@scope(.s){color:red}</style><p id=x class=s>", "#ff0000"),
        ("<style>.a{@scope(& .s){p{color:red}}}</style><div class=a><i class=s><p id=x>", "#ff0000"),
        ("<style>@scope(.s){@scope(.t){p{color:red}}}</style><i class=t><i class=s><p id=x>", ""),
    ]);
}

#[test]
fn what_cannot_be_decided_is_unknown() {
    check(&[
        ("<style>@container (width>1px){p{color:red}}</style><p id=x>", "color?"),
        ("<style>@container (width>1px){p{color:red}}</style><p id=x style='color:blue'>", "#0000ff"),
        ("<style>@container (width>1px){p{color:red}}p{color:red}</style><p id=x>", "#ff0000"),
        ("<style>@media (some-day){p{background:red}}</style><p id=x>", "background?"),
        ("<style>@scope(.s:invalid){:scope{color:red}}</style><input id=x class=s>", "color? on #ffffff 13.3px"),
        ("<style>@scope{:scope{color:red}}</style><p id=x>", "color?"),
        ("<style>input:invalid{color:red}</style><input id=x style='background:red'>", "color? on #ff0000 13.3px"),
        (
            "<style>input:not(:invalid){color:red}</style><input id=x style='background:red'>",
            "color? on #ff0000 13.3px",
        ),
        ("<style>p:not(:invalid){color:red}</style><p id=x>", "#ff0000"),
        ("<style>p{color:some-day(1)}</style><p id=x>", "color?"),
        ("<style>p{color:AccentColor}</style><p id=x>", "color?"),
        ("<style>p{color:color(display-p3 0 1 0)}</style><p id=x>", "color?"),
        ("<style>p{width:10ch;margin:1lh;font-size:2ex}</style><p id=x>", "font? leaves"),
        ("<style>p{color:attr(data-c type(<color>))}</style><p id=x>", "color?"),
        ("<style>p{--c:red}@container (width>1px){p{--c:blue}}b{color:var(--c)}</style><p><b id=x>", "color? w700"),
        ("<style>p{display:none}@media (some-day){p{display:block}}</style><p id=x>", "none shown?"),
        ("<style>@media (some-day){div{display:none}}</style><div><p id=x></div>", "shown?"),
        (
            "<style>@keyframes k{to{opacity:1;color:red}}p{opacity:0;animation:k 1s}</style><p id=x>",
            "color? opacity 0.00 paint?",
        ),
        ("<style>@keyframes k{to{opacity:1}}p{animation:other 1s}</style><p id=x>", ""),
        ("<style>p::first-line{color:red}</style><p id=x>", "color? background? font?"),
        ("<style>div{zoom:2}</style><div><p id=x></div>", "font?"),
        ("<link rel=stylesheet href=y><p id=x>", "color? background? font? paint? shown? place?"),
        ("<link rel=stylesheet href=y media=print><p id=x>", ""),
    ]);
}

#[test]
fn what_is_no_ancestor_may_lie_behind_text() {
    check(&[
        ("<table id=x><col style='background:red'><tr><td>", "background?"),
        ("<table id=x><col style='color:red'><tr><td>", ""),
        (
            "<style>p{position:relative}p::before{content:'';position:absolute;background:red}</style><p id=x>",
            "background? relative",
        ),
        ("<style>p::before{content:'';position:absolute;background:red}</style><p id=x>", ""),
        ("<style>p::after{content:'';background:red}</style><p id=x>", ""),
        ("<style>p{position:relative}p::after{position:absolute;background:red}</style><p id=x>", "relative"),
        (
            "<style>p{position:relative}p::after{content:'';position:absolute;background:red;opacity:0}</style><p id=x>",
            "relative",
        ),
        ("<style>html::before{content:'';position:fixed;background:red}</style><html id=x>", "background?"),
    ]);
}

#[test]
fn shadow_roots_have_their_own_sheets() {
    let page = |inside: &str, outside: &str| {
        format!(
            "<style>{outside}</style><div class=h><template shadowrootmode=open><style>{inside}</style><slot></slot><b id=x>b</b></template><i>l</i></div>"
        )
    };
    check(&[
        (&page("", "b{color:red}"), "w700"),
        (&page("b{color:blue}", "b{color:red}"), "#0000ff w700"),
        (&page(":host{color:lime}", ""), "#00ff00 w700"),
        (&page(":host(.h) b{color:lime}", ""), "#00ff00 w700"),
        (&page(":host(.k) b{color:lime}", ""), "w700"),
        (&page("", "div{color:red}"), "#ff0000 w700"),
        (&page(":host{color:lime}", "div{color:red}"), "#ff0000 w700"),
        (&page(":host{color:lime!important}", "div{color:red!important}"), "#00ff00 w700"),
    ]);
    let slotted = |inside: &str| {
        format!(
            "<style>i{{background:red}}</style><div><template shadowrootmode=open><style>{inside}</style><p style='color:lime'><slot></slot></p></template><i id=x>l</i></div>"
        )
    };
    check(&[
        (&slotted(""), "#00ff00 on #ff0000"),
        (&slotted("::slotted(i){color:blue;background:blue}"), "#0000ff on #ff0000"),
        (&slotted("i{color:blue}"), "#00ff00 on #ff0000"),
        ("<div><template shadowrootmode=closed></template><i id=x>l</i></div>", "none"),
    ]);
}
