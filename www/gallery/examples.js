// Every example by name. `examples.json` says for each subject which states there are; languages and themes are those of
// the whole list unless the subject has its own. An example is named `subject.language.theme.state`.

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

export const direction = (language) => (RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr');

/** What a language calls itself, or what English calls it. */
export const languageName = (language, inWhich = language) =>
  new Intl.DisplayNames([inWhich, 'en'], { type: 'language' }).of(language);

/** All of them, in the order of the list: `{name, subject, language, theme, state}`. */
export async function examples() {
  const list = await (await fetch(new URL('examples.json', import.meta.url))).json();
  return list.subjects.flatMap((subject) => {
    const { languages, themes, states } = { ...list, ...subject };
    return languages.flatMap((language) =>
      themes.flatMap((theme) =>
        states.map((state) => ({ name: [subject.name, language, theme, state].join('.'), subject, language, theme, state })),
      ),
    );
  });
}
