//! What every store promises.

use super::{Added, HeldBack, NewResponse, Store, SurveyVersion};
use sada_survey::{Answer, Answers, Response};
use uuid::Uuid;

const SITE: &str = "shop";
pub(crate) const NPS: SurveyVersion<'_> = SurveyVersion { site: SITE, survey: "nps", version: 1 };

/// A response whose answer is also what makes its content differ.
pub(crate) fn response(id: u128, rev: u32, nps: i64) -> NewResponse {
    let answers = Answers::from_iter([
        ("nps".to_owned(), Answer::Number(nps)),
        ("why".to_owned(), Answer::Text(format!("because {nps}"))),
    ]);
    let response = Response {
        submission_id: Uuid::from_u128(id),
        rev,
        complete: true,
        survey: "nps".into(),
        survey_version: 1,
        site: SITE.into(),
        channel: "popup".into(),
        touchpoint: None,
        answers,
        lang: "ar".into(),
        dir: "rtl".into(),
        page: None,
        context: None,
        attributes: sada_survey::Map::default(),
        shown_at: None,
        client_time: None,
        sent_at: None,
        sada: None,
    };
    NewResponse {
        rev: Some(rev),
        content_hash: nps.to_le_bytes().to_vec(),
        receipt_hash: Some([id.to_le_bytes().as_slice(), &rev.to_le_bytes()].concat()),
        held_back: None,
        received_at: i64::try_from(id).unwrap(),
        response,
    }
}

/// Holds an empty store to the promises of [`Store`].
pub(crate) async fn contract(store: &dyn Store) {
    sites(store).await;
    kinds(store).await;
    revisions(store).await;
    counts(store).await;
    pages(store).await;
    sessions(store).await;
}

async fn add_one(store: &dyn Store, new: NewResponse) -> Added {
    store.add(&[new]).await.unwrap()[0]
}

async fn sites(store: &dyn Store) {
    assert!(!store.has_site(SITE).await.unwrap());
    store.add_site(SITE, 1).await.unwrap();
    store.add_site(SITE, 2).await.unwrap();
    assert!(store.has_site(SITE).await.unwrap());
    assert_eq!(store.sites().await.unwrap(), [SITE]);
    let mut elsewhere = response(1, 1, 9);
    elsewhere.response.site = "unknown".into();
    assert!(store.add(&[response(2, 1, 9), elsewhere]).await.is_err());
    assert_eq!(store.surveys_answered(SITE).await.unwrap(), [], "half a batch is no batch");
}

/// In a survey of its own.
async fn kinds(store: &dyn Store) {
    let text = |text: &str| Answer::Text(text.to_owned());
    let parts = |parts: &[(&str, Answer)]| -> Answer {
        Answer::Parts(parts.iter().map(|(name, answer)| ((*name).to_owned(), answer.clone())).collect())
    };
    let other = parts(&[("other", text("taste"))]);
    let all = [
        ("number", Answer::Number(-1)),
        ("words", text("")),
        ("yes", Answer::Yes(true)),
        ("several", Answer::Several(vec![text("price"), other.clone()])),
        ("other", other),
        ("rows", parts(&[("a", text("good")), ("b", Answer::Number(5))])),
        ("contact", parts(&[("email", text("a@b.example")), ("consent", Answer::Yes(true))])),
    ];
    let mut new = response(100, 1, 0);
    new.response.survey = "kinds".into();
    new.response.answers = all.into_iter().map(|(question, answer)| (question.to_owned(), answer)).collect();
    assert_eq!(add_one(store, new.clone()).await, Added::Stored);
    let stored = store.responses(&SurveyVersion { survey: "kinds", ..NPS }, 0, 10).await.unwrap();
    for (question, answer) in new.response.answers.iter() {
        assert_eq!(stored[0].answers.get(question), Some(answer), "{question}");
    }
}

async fn revisions(store: &dyn Store) {
    assert_eq!(add_one(store, response(1, 1, 9)).await, Added::Stored);
    assert_eq!(add_one(store, response(1, 1, 9)).await, Added::Duplicate, "a second try");
    assert_eq!(add_one(store, response(1, 1, 3)).await, Added::Conflict, "the same revision, other words");
    assert_eq!(add_one(store, response(1, 3, 7)).await, Added::Stored, "a higher revision replaces");
    assert_eq!(add_one(store, response(1, 2, 0)).await, Added::Duplicate, "a lower one arrives late");
    assert_eq!(add_one(store, response(1, 5, 7)).await, Added::Duplicate, "the same words under a higher number");
    assert_eq!(add_one(store, response(1, 4, 1)).await, Added::Duplicate, "and one between the two arrives late");
    let stored = store.responses(&NPS, 0, 10).await.unwrap();
    assert_eq!((stored.len(), stored[0].rev), (1, 5));
    assert_eq!(stored[0].answers, response(1, 3, 7).response.answers);

    let uncounted = |nps| NewResponse { rev: None, receipt_hash: None, ..response(1, 1, nps) };
    assert_eq!(add_one(store, uncounted(7)).await, Added::Duplicate);
    assert_eq!(add_one(store, uncounted(8)).await, Added::Stored, "a form without a memory comes after what is stored");

    let both = store.add(&[response(2, 1, 0), response(2, 1, 0), response(2, 2, 10)]).await.unwrap();
    assert_eq!(both, [Added::Stored, Added::Duplicate, Added::Stored], "within one batch too");
}

/// Two people so far: 8 and 10.
async fn counts(store: &dyn Store) {
    let mut partial = response(3, 1, 10);
    partial.response.complete = false;
    let mut trap = response(4, 1, 0);
    trap.held_back = Some(HeldBack::Honeypot);
    let mut newer = response(5, 1, 0);
    newer.response.survey_version = 2;
    newer.response.answers = Answers::from_iter([("why".to_owned(), Answer::Text(String::new()))]);
    store.add(&[partial, trap, newer]).await.unwrap();

    let mut answered = store.surveys_answered(SITE).await.unwrap();
    answered.retain(|of| of.survey == "nps");
    let counts: Vec<_> = answered.iter().map(|of| (of.version, of.complete, of.partial, of.held_back)).collect();
    assert_eq!(counts, [(2, 1, 0, 0), (1, 2, 1, 1)]);
    let chosen = store.distribution(&NPS, "nps").await.unwrap();
    let chosen: Vec<_> = chosen.iter().map(|of| (of.value, of.complete, of.partial)).collect();
    assert_eq!(chosen, [(8, 1, 0), (10, 1, 1)], "what is held back counts nowhere, nor does another version");
    assert_eq!(store.distribution(&NPS, "why").await.unwrap(), [], "words are no value");
}

/// Four people in this version: 1 to 4, received in this order.
async fn pages(store: &dyn Store) {
    let ids = |stored: &[super::StoredResponse]| -> Vec<String> {
        stored.iter().map(|response| response.submission_id.clone()).collect()
    };
    let newest: Vec<String> = (1..=4).rev().map(|id| Uuid::from_u128(id).to_string()).collect();
    assert_eq!(ids(&store.responses(&NPS, 0, 10).await.unwrap()), newest);
    assert_eq!(ids(&store.responses(&NPS, 1, 2).await.unwrap()), newest[1..3]);
    assert_eq!(ids(&store.responses(&NPS, 4, 10).await.unwrap()), Vec::<String>::new());
    let elsewhere = SurveyVersion { site: "other", ..NPS };
    assert_eq!(store.responses(&elsewhere, 0, 10).await.unwrap(), []);
}

async fn sessions(store: &dyn Store) {
    assert_eq!(store.password_hash().await.unwrap(), None);
    store.set_password_hash("first").await.unwrap();
    store.add_session(b"a", 10, 20).await.unwrap();
    assert!(store.has_session(b"a", 19).await.unwrap());
    assert!(!store.has_session(b"a", 20).await.unwrap(), "it has ended");
    assert!(!store.has_session(b"b", 19).await.unwrap());
    store.add_session(b"b", 10, 20).await.unwrap();
    store.forget_session(b"a").await.unwrap();
    assert!(!store.has_session(b"a", 19).await.unwrap());
    store.set_password_hash("second").await.unwrap();
    assert_eq!(store.password_hash().await.unwrap().as_deref(), Some("second"));
    assert!(!store.has_session(b"b", 19).await.unwrap(), "a new password ends every session");
}
