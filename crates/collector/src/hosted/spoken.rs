//! In which languages a survey can be shown.

use sada_survey::{LANGUAGES, Language, Survey, Text};

/// The languages in which everything of the survey is said: a page in one of them is in no other. Where there is none,
/// those of the title.
pub(crate) fn spoken(survey: &Survey) -> Vec<&'static Language> {
    let of = |texts: &[&Text]| -> Vec<_> {
        let is_said = |language: &&Language| texts.iter().all(|text| text.get(language.tag).is_some());
        LANGUAGES.iter().filter(is_said).collect()
    };
    let everywhere = of(&texts(survey));
    if everywhere.is_empty() { of(&[&survey.title]) } else { everywhere }
}

fn texts(survey: &Survey) -> Vec<&Text> {
    let mut texts = vec![&survey.title, &survey.thanks];
    for question in &survey.questions {
        texts.extend([&question.text, &question.help, &question.low, &question.high, &question.agree]);
        texts.extend(question.choices.iter().map(|choice| &choice.text));
        texts.extend(question.rows.iter().flat_map(|row| [&row.text, &row.low, &row.high]));
    }
    texts.retain(|text| !text.is_empty());
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use sada_survey::{Choice, Question};

    fn text(tags: &[&str]) -> Text {
        tags.iter().map(|tag| ((*tag).to_owned(), "…".to_owned())).collect()
    }

    fn tags(survey: &Survey) -> Vec<&str> {
        spoken(survey).iter().map(|language| language.tag).collect()
    }

    #[test]
    fn a_language_in_which_something_is_missing_is_not_offered() {
        let mut question = Question { text: text(&["de", "ar"]), ..Question::default() };
        let mut survey = Survey {
            schema: None,
            id: "s".into(),
            version: 1,
            title: text(&["en", "de", "ar"]),
            questions: vec![question.clone()],
            thanks: text(&["ar", "de", "en"]),
        };
        assert_eq!(tags(&survey), ["ar", "de"]);
        question.choices.push(Choice { id: "a".into(), text: text(&["ar"]) });
        survey.questions.push(question);
        assert_eq!(tags(&survey), ["ar"]);
        survey.thanks = text(&["fa"]);
        assert_eq!(tags(&survey), ["ar", "de", "en"], "nothing fits: at least the title");
    }
}
