//! Reading responses from `SQLite`.

use super::{Chosen, StoredResponse, SurveyAnswered, SurveyVersion};
use sada_survey::{Answer, Answers};
use sqlx::Row;
use sqlx::sqlite::{SqlitePool, SqliteRow};
use std::collections::HashMap;

pub(super) async fn surveys_answered(pool: &SqlitePool, site: &str) -> Result<Vec<SurveyAnswered>, sqlx::Error> {
    let select = sqlx::query(
        "SELECT survey, survey_version,
            count(*) FILTER (WHERE held_back IS NULL AND complete = 1) AS complete,
            count(*) FILTER (WHERE held_back IS NULL AND complete = 0) AS partial,
            count(*) FILTER (WHERE held_back IS NOT NULL) AS held_back
         FROM responses WHERE site = ? GROUP BY survey, survey_version ORDER BY survey, survey_version DESC",
    );
    let rows = select.bind(site).fetch_all(pool).await?;
    rows.iter()
        .map(|row| {
            Ok(SurveyAnswered {
                survey: row.try_get("survey")?,
                version: row.try_get("survey_version")?,
                complete: count(row, "complete")?,
                partial: count(row, "partial")?,
                held_back: count(row, "held_back")?,
            })
        })
        .collect()
}

pub(super) async fn distribution(
    pool: &SqlitePool,
    survey: &SurveyVersion<'_>,
    question: &str,
) -> Result<Vec<Chosen>, sqlx::Error> {
    let select = sqlx::query(
        "SELECT number, count(*) FILTER (WHERE complete = 1) AS complete, count(*) FILTER (WHERE complete = 0) AS partial
         FROM responses JOIN answers USING (site, submission_id)
         WHERE site = ? AND survey = ? AND survey_version = ? AND question = ? AND number IS NOT NULL AND held_back IS NULL
         GROUP BY number ORDER BY number",
    );
    let select = select.bind(survey.site).bind(survey.survey).bind(survey.version).bind(question);
    let rows = select.fetch_all(pool).await?;
    rows.iter()
        .map(|row| {
            let (complete, partial) = (count(row, "complete")?, count(row, "partial")?);
            Ok(Chosen { value: row.try_get("number")?, complete, partial })
        })
        .collect()
}

/// The page of responses, then all of their answers: two queries, however many responses.
pub(super) async fn responses(
    pool: &SqlitePool,
    survey: &SurveyVersion<'_>,
    skip: u64,
    limit: u64,
) -> Result<Vec<StoredResponse>, sqlx::Error> {
    const PAGE: &str = "SELECT * FROM responses WHERE site = ?1 AND survey = ?2 AND survey_version = ?3
        ORDER BY received_at DESC, submission_id DESC LIMIT ?4 OFFSET ?5";
    const ANSWERS: &str = "SELECT answers.* FROM answers JOIN (SELECT site, submission_id FROM responses
        WHERE site = ?1 AND survey = ?2 AND survey_version = ?3
        ORDER BY received_at DESC, submission_id DESC LIMIT ?4 OFFSET ?5) USING (site, submission_id)";
    let (skip, limit) = (i64::try_from(skip).unwrap_or(i64::MAX), i64::try_from(limit).unwrap_or(i64::MAX));
    // One snapshot for both: a response that arrives in between shifts the page.
    let mut transaction = pool.begin().await?;
    let select = |sql: &'static str| {
        sqlx::query(sql).bind(survey.site).bind(survey.survey).bind(survey.version).bind(limit).bind(skip)
    };
    let rows = select(PAGE).fetch_all(&mut *transaction).await?;
    let mut answers: HashMap<String, Answers> = HashMap::new();
    for row in select(ANSWERS).fetch_all(&mut *transaction).await? {
        let of: String = row.try_get("submission_id")?;
        let question: String = row.try_get("question")?;
        answers.entry(of).or_default().set(&question, answer(&row)?);
    }
    transaction.commit().await?;
    rows.iter().map(|row| response(row, &mut answers)).collect()
}

fn response(row: &SqliteRow, answers: &mut HashMap<String, Answers>) -> Result<StoredResponse, sqlx::Error> {
    let submission_id: String = row.try_get("submission_id")?;
    Ok(StoredResponse {
        answers: answers.remove(&submission_id).unwrap_or_default(),
        submission_id,
        rev: row.try_get("rev")?,
        complete: row.try_get("complete")?,
        channel: row.try_get("channel")?,
        lang: row.try_get("lang")?,
        page_url: row.try_get("page_url")?,
        is_held_back: row.try_get::<Option<String>, _>("held_back")?.is_some(),
        received_at: row.try_get("received_at")?,
    })
}

fn answer(row: &SqliteRow) -> Result<Answer, sqlx::Error> {
    if let Some(number) = row.try_get::<Option<i64>, _>("number")? {
        return Ok(Answer::Number(number));
    }
    if let Some(words) = row.try_get::<Option<String>, _>("words")? {
        return Ok(Answer::Text(words));
    }
    let parts: String = row.try_get("parts")?;
    serde_json::from_str(&parts).map_err(|error| sqlx::Error::Decode(error.into()))
}

fn count(row: &SqliteRow, column: &str) -> Result<u64, sqlx::Error> {
    Ok(row.try_get::<i64, _>(column)?.unsigned_abs())
}
