//! Variables, and boxes that hide or leave.

use super::check;

#[test]
fn variables_are_put_in() {
    check(&[
        ("<style>:root{--a:red}p{color:var(--a)}</style><p id=x>", "#ff0000"),
        ("<style>p{color:var(--a,var(--b,blue))}</style><p id=x>", "#0000ff"),
        ("<style>:root{--a:var(--b,red);--b:var(--a,red)}p{color:var(--a,blue)}</style><p id=x>", "#0000ff"),
        (
            "<style>:root{--a:var(--b) var(--c);--b:var(--a);--c:lime}p{color:var(--c)}b{color:var(--a,red)}</style><b id=x>",
            "#ff0000 w700",
        ),
        ("<style>p{color:red;color:var(--nothing)}div{color:blue}</style><div><p id=x></div>", "#0000ff"),
        ("<style>:root{--a:1 2}p{color:rgb(var(--a) 3)}</style><p id=x>", "#010203"),
        ("<style>:root{--a:20px}p{font:bold var(--a)/1 x}</style><p id=x>", "20.0px w700"),
        ("<style>:root{--a:inherit}p{background:var(--a)}div{background:red}</style><div><p id=x></div>", ""),
        ("<style>p{background:var(--a,inherit)}div{background:red}</style><div><p id=x></div>", "on #ff0000"),
        ("<style>p{--a:red;--A:blue;color:var(--A)}</style><p id=x>", "#0000ff"),
        (
            "<style>@property --a{syntax:'*';inherits:false;initial-value:lime}div{--a:red}p{color:var(--a)}</style><div><p id=x></div>",
            "#00ff00",
        ),
        ("<style>p{font-size:calc(10px + env(safe-area-inset-top, 5px))}</style><p id=x>", "10.0px"),
        ("<style>div{-webkit-text-fill-color:red}</style><div><p id=x></div>", "#ff0000"),
    ]);
    // What two parents have in common their children may share, but not what they take from one of them.
    check(&[
        (
            "<style>p{background:inherit}.a{background:red}.b{background:blue}</style><div class=a><p></p></div><div class=b><p id=x></div>",
            "on #0000ff",
        ),
        (
            "<style>p{background:var(--none,inherit)}.a{background:blue}.b{background:red}</style><div class=a><p></p></div><div class=b><p id=x></div>",
            "on #ff0000",
        ),
        ("<style>p{opacity:inherit}.a{opacity:.5}</style><div class=a><p></p></div><div><p id=x></div>", ""),
        (
            "<style>.a{display:flex}.b{display:none}</style><div class=a><b></b></div><div class=b><b id=x></b></div>",
            "w700",
        ),
    ]);
    let laughs = (0..60).map(|i| format!("--l{}:var(--l{i}) var(--l{i});", i + 1)).collect::<Vec<_>>().concat();
    check(&[(&format!("<style>:root{{--l0:x;{laughs}}}p{{color:var(--l60)}}</style><p id=x>"), "color?")]);
    let chain = (0..5000).map(|i| format!("--l{}:var(--l{i});", i + 1)).collect::<Vec<_>>().concat();
    check(&[(&format!("<style>:root{{--l0:red;{chain}}}p{{color:var(--l5000)}}</style><p id=x>"), "color?")]);
}

#[test]
fn boxes_that_hide_or_leave() {
    const ONLY_READ: &str =
        "position:absolute;width:1px;height:1px;padding:0;margin:-1px;overflow:hidden;clip:rect(0,0,0,0)";
    check(&[
        (&format!("<span id=x style='{ONLY_READ}'>"), "clipped absolute leaves"),
        ("<p id=x style='overflow:hidden;height:0'>", "clipped"),
        ("<p id=x style='overflow:hidden;height:0;padding-top:9px'>", ""),
        ("<p id=x style='overflow:hidden;max-height:1px'>", "clipped"),
        ("<p id=x style='overflow:hidden;height:0;min-height:20px'>", ""),
        ("<span id=x style='overflow:hidden;height:0'>", ""),
        ("<p style='display:flex'><span id=x style='overflow:hidden;height:0'>", "clipped"),
        ("<p id=x style='clip-path:inset(50%)'>", "clipped"),
        ("<p id=x style='clip-path:circle(0)'>", "clipped"),
        ("<p id=x style='clip-path:circle(50%)'>", ""),
        ("<p id=x style='clip:rect(0 0 0 0)'>", ""),
        ("<p id=x style='transform:translateZ(0) scale(1)'>", ""),
        ("<p id=x style='transform:translateX(9px)'>", "leaves"),
        ("<p id=x style='margin:0 -9px'>", "leaves"),
        ("<p id=x style='margin:calc(50% - 50vw)'>", "leaves"),
        ("<p id=x style='margin:-9px;margin:0'>", ""),
        ("<p id=x style='position:relative;top:0;left:auto'>", "relative"),
        ("<p id=x style='position:relative;left:3px'>", "relative leaves"),
        ("<p id=x style='position:relative;z-index:-1'>", "relative below"),
        ("<p id=x style='text-indent:-9999px'>", "leaves"),
        ("<p id=x style='box-shadow:inset 0 0 0 100px red'>", "background?"),
        ("<p id=x style='box-shadow:0 0 9px red, inset 0 1px 0 red'>", ""),
        ("<p id=x style='filter:blur(1px);text-shadow:0 0 1px red'>", "filtered shadowed"),
        (
            "<p id=x style='background:linear-gradient(red,red) text;-webkit-text-fill-color:transparent'>",
            "#000000/0.00 image text-clipped",
        ),
        ("<details><summary></summary><p id=x></details>", "none"),
        ("<p id=x hidden=until-found>", "shown?"),
        ("<div style='content-visibility:hidden'><p id=x></div>", "shown?"),
    ]);
}
