//! Roles: HTML-AAM, SVG-AAM, and what an author's `role` may do.

use crate::check_words;

fn role(element: sada_audit::Element<'_>) -> String {
    match element.role() {
        sada_audit::Role::Unmapped => "-".to_owned(),
        role => role.as_str().to_owned(),
    }
}

#[test]
fn of_html() {
    check_words(
        &[
            ("<a href=x>a</a>", "link"),
            ("<a>a</a>", "generic"),
            ("<address>a</address>", "group"),
            ("<article>a</article>", "article"),
            ("<aside>a</aside>", "complementary"),
            ("<section><aside id=x>a</aside></section>", "generic"),
            ("<section><aside id=x aria-label=b>a</aside></section>", "complementary"),
            ("<main><aside id=x>a</aside></main>", "complementary"),
            ("<blockquote>a</blockquote>", "blockquote"),
            ("<button>a</button>", "button"),
            ("<code>a</code>", "code"),
            ("<del>a</del>", "deletion"),
            ("<details id=x><summary>a</summary></details>", "group"),
            ("<details><summary id=x>a</summary></details>", "-"),
            ("<summary>a</summary>", "generic"),
            ("<dfn>a</dfn>", "term"),
            ("<dialog open>a</dialog>", "dialog"),
            ("<em>a</em>", "emphasis"),
            ("<fieldset>a</fieldset>", "group"),
            ("<figure>a</figure>", "figure"),
            ("<footer>a</footer>", "contentinfo"),
            ("<article><footer id=x>a</footer></article>", "generic"),
            ("<div role=region aria-label=b><footer id=x>a</footer></div>", "generic"),
            ("<header>a</header>", "banner"),
            ("<main><header id=x>a</header></main>", "generic"),
            ("<form>a</form>", "generic"),
            ("<form aria-label=b>a</form>", "form"),
            ("<form aria-label=' '>a</form>", "generic"),
            ("<h3>a</h3>", "heading"),
            ("<hr>", "separator"),
            ("<iframe></iframe>", "-"),
            ("<img>", "img"),
            ("<img alt=a>", "img"),
            ("<img alt=''>", "none"),
            ("<img alt='' tabindex=0>", "img"),
            ("<img alt='' aria-label=a>", "img"),
            ("<img alt='' aria-hidden=true>", "none"),
            ("<img alt=' '>", "img"),
            ("<ins>a</ins>", "insertion"),
            ("<ul><li id=x>a</ul>", "listitem"),
            ("<menu><li id=x>a</menu>", "listitem"),
            ("<div><li id=x>a</div>", "generic"),
            ("<div role=list><li id=x>a</div>", "listitem"),
            ("<main>a</main>", "main"),
            ("<math></math>", "math"),
            ("<mark>a</mark>", "mark"),
            ("<meter></meter>", "meter"),
            ("<nav>a</nav>", "navigation"),
            ("<select><optgroup id=x label=a></select>", "group"),
            ("<select><option id=x>a</select>", "option"),
            ("<output>a</output>", "status"),
            ("<p>a</p>", "paragraph"),
            ("<progress></progress>", "progressbar"),
            ("<s>a</s>", "deletion"),
            ("<search>a</search>", "search"),
            ("<section>a</section>", "generic"),
            ("<section title=b>a</section>", "region"),
            ("<section aria-labelledby=l id=x><h2 id=l>b</h2></section>", "region"),
            ("<section aria-labelledby=l id=x><h2 id=l></h2></section>", "generic"),
            ("<section aria-labelledby=nowhere>a</section>", "generic"),
            ("<select id=x><option>a</select>", "combobox"),
            ("<select multiple id=x><option>a</select>", "listbox"),
            ("<select size=3 id=x><option>a</select>", "listbox"),
            ("<select size=1 id=x><option>a</select>", "combobox"),
            ("<span>a</span>", "generic"),
            ("<strong>a</strong>", "strong"),
            ("<sub>a</sub>", "subscript"),
            ("<sup>a</sup>", "superscript"),
            ("<textarea></textarea>", "textbox"),
            ("<time>a</time>", "time"),
            ("<ul id=x><li>a</ul>", "list"),
            ("<video></video>", "-"),
            ("<x-own>a</x-own>", "generic"),
        ],
        role,
    );
}

#[test]
fn of_inputs() {
    check_words(
        &[
            ("<input>", "textbox"),
            ("<input type=what>", "textbox"),
            ("<input type=EMAIL>", "textbox"),
            ("<input type=password>", "textbox"),
            ("<input type=search>", "searchbox"),
            ("<input id=x list=l><datalist id=l></datalist>", "combobox"),
            ("<input id=x type=search list=l><datalist id=l></datalist>", "combobox"),
            ("<input id=x type=password list=l><datalist id=l></datalist>", "textbox"),
            ("<input id=x list=nowhere>", "textbox"),
            ("<input type=button>", "button"),
            ("<input type=image>", "button"),
            ("<input type=reset>", "button"),
            ("<input type=submit>", "button"),
            ("<input type=checkbox>", "checkbox"),
            ("<input type=radio>", "radio"),
            ("<input type=range>", "slider"),
            ("<input type=number>", "spinbutton"),
            ("<input type=color>", "-"),
            ("<input type=date>", "-"),
            ("<input type=file>", "-"),
            ("<input type=hidden>", "-"),
        ],
        role,
    );
}

#[test]
fn of_tables() {
    check_words(
        &[
            ("<table id=x><tr><td>a</table>", "table"),
            ("<table><caption id=x>a</table>", "caption"),
            ("<table><tbody id=x><tr><td>a</table>", "rowgroup"),
            ("<table><tr id=x><td>a</table>", "row"),
            ("<table><tr><td id=x>a</table>", "cell"),
            ("<table role=grid><tr><td id=x>a</table>", "gridcell"),
            ("<table role=treegrid><tr><td id=x>a</table>", "gridcell"),
            ("<table role=list><tr><td id=x>a</table>", "generic"),
            ("<table role=none><tr><td id=x>a</table>", "none"),
            ("<table role=none><tr id=x><td>a</table>", "none"),
            ("<table role=none><tr><td id=x tabindex=0>a</table>", "cell"),
            ("<table role=none aria-label=b><tr><td id=x>a</table>", "cell"),
            ("<table role=none><tr><td role=link id=x>a</table>", "link"),
            ("<table role=none><tr><td><table><tr><td id=x>a</table></table>", "cell"),
            ("<table><tr><th id=x>a<th>b<tr><td>c<td>d</table>", "columnheader"),
            ("<table><tr><th id=x>a<td>b<tr><th>c<td>d</table>", "rowheader"),
            ("<table><tr><th>a<th>b<tr><th id=x>c<td>d</table>", "rowheader"),
            ("<table><tr><th id=x>a<td>b<tr><td>c<td>d</table>", "cell"),
            ("<table><tr><th id=x scope=row>a<tr><td>b</table>", "rowheader"),
            ("<table><tr><th id=x scope=ROWGROUP>a<td>b</table>", "rowheader"),
            ("<table><tr><td>a<th id=x scope=col>b</table>", "columnheader"),
            ("<table><tr><th rowspan=2>a<th id=x>b<td>c<tr><th>d<td>e</table>", "rowheader"),
            ("<table><tr><th rowspan=2>a<th id=x>b<td>c<tr><td>d<td>e</table>", "cell"),
            ("<table><tr><td colspan=2>a<th id=x>b<tr><td>c<td>d<th>e</table>", "rowheader"),
        ],
        role,
    );
}

#[test]
fn of_svg() {
    check_words(
        &[
            ("<svg></svg>", "graphics-document"),
            ("<svg><g id=x></g></svg>", "-"),
            ("<svg><g id=x><title>a</title></g></svg>", "group"),
            ("<svg><g id=x><title> </title></g></svg>", "-"),
            ("<svg><circle id=x /></svg>", "-"),
            ("<svg><circle id=x aria-label=a /></svg>", "graphics-symbol"),
            ("<svg><circle id=x tabindex=0 /></svg>", "graphics-symbol"),
            ("<svg><a id=x href=y></a></svg>", "link"),
            ("<svg><a id=x xlink:href=y></a></svg>", "link"),
            ("<svg><text id=x>a</text></svg>", "group"),
            ("<svg role=img></svg>", "img"),
            ("<svg><g role=graphics-object id=x></g></svg>", "graphics-object"),
        ],
        role,
    );
}

#[test]
fn of_the_author() {
    check_words(
        &[
            ("<div role=button>a</div>", "button"),
            ("<div role=BUTTON>a</div>", "button"),
            ("<div role=image>a</div>", "img"),
            ("<div role='nonsense button link'>a</div>", "button"),
            ("<div role='widget'>a</div>", "generic"),
            ("<div role=''>a</div>", "generic"),
            ("<nav role=nonsense>a</nav>", "navigation"),
            ("<div role=doc-toc>a</div>", "doc-toc"),
            ("<div role=region>a</div>", "generic"),
            ("<div role='region note'>a</div>", "note"),
            ("<div role=region aria-label=b>a</div>", "region"),
            ("<nav role=region aria-labelledby=x></nav>", "navigation"),
            ("<form role=form>a</form>", "generic"),
            // Out of its context it is still what the author says.
            ("<div role=option>a</div>", "option"),
            // Presentation, and what undoes it.
            ("<h1 role=none>a</h1>", "none"),
            ("<h1 role=presentation>a</h1>", "none"),
            ("<h1 role=none tabindex=-1>a</h1>", "heading"),
            ("<h1 role=none aria-label=b>a</h1>", "heading"),
            // A frame hands the focus on.
            ("<iframe role=none></iframe>", "none"),
            ("<iframe role=none tabindex=0></iframe>", "-"),
            ("<iframe role=none aria-label=b></iframe>", "-"),
            ("<h1 role=none aria-live=polite>a</h1>", "heading"),
            ("<h1 role=none aria-hidden=false>a</h1>", "none"),
            ("<h1 role=none aria-label=''>a</h1>", "none"),
            ("<h1 role=none aria-level=2>a</h1>", "none"),
            ("<h1 role=none aria-nonsense=2>a</h1>", "none"),
            ("<button role=none>a</button>", "button"),
            ("<button role=none disabled>a</button>", "none"),
            ("<a href=x role=none>a</a>", "link"),
            ("<a role=none>a</a>", "none"),
            ("<ul role=none><li id=x>a</ul>", "none"),
            ("<ul role=none><li id=x tabindex=0>a</ul>", "listitem"),
            ("<ul role=none><li id=x role=button>a</ul>", "button"),
            ("<ul role=none><li><ul><li id=x>a</ul></ul>", "listitem"),
        ],
        role,
    );
}

#[test]
fn roles_that_say_nothing() {
    crate::check(
        &[
            ("<p role=buton>a</p>", (true, false)),
            ("<p role=widget>a</p>", (true, false)),
            ("<p role='buton link'>a</p>", (false, false)),
            ("<p role=''>a</p>", (false, false)),
            ("<x-own>a</x-own>", (false, true)),
            ("<x-own role=buton>a</x-own>", (true, true)),
            ("<x-own role=link>a</x-own>", (false, false)),
        ],
        |element| (element.has_unknown_role(), element.may_have_internal_role()),
    );
}
