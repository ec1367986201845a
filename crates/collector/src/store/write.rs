//! Writing responses to `SQLite`.

use super::{Added, NewResponse, StoreError};
use sada_survey::{Answer, Response};
use serde::Serialize;
use sqlx::sqlite::SqliteConnection;
use sqlx::{Connection, Row};

/// Adds all of them in one transaction.
pub(super) async fn add(
    connection: &mut SqliteConnection,
    responses: &[NewResponse],
) -> Result<Vec<Added>, StoreError> {
    // IMMEDIATE takes the lock now: a transaction that reads first could be refused at its first write.
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let mut added = Vec::with_capacity(responses.len());
    for new in responses {
        added.push(add_one(&mut transaction, new).await?);
    }
    transaction.commit().await?;
    Ok(added)
}

async fn add_one(connection: &mut SqliteConnection, new: &NewResponse) -> Result<Added, sqlx::Error> {
    let site = new.response.site.as_str();
    let submission_id = new.response.submission_id.to_string();
    let select = sqlx::query("SELECT rev, content_hash FROM responses WHERE site = ? AND submission_id = ?");
    let stored = select.bind(site).bind(&submission_id).fetch_optional(&mut *connection).await?;
    let rev = match stored {
        None => new.rev.unwrap_or(1),
        Some(stored) => {
            let stored_rev: u32 = stored.try_get("rev")?;
            let is_same = stored.try_get::<Vec<u8>, _>("content_hash")? == new.content_hash;
            match new.rev {
                None if is_same => return Ok(Added::Duplicate),
                None => stored_rev.saturating_add(1),
                Some(rev) if rev < stored_rev => return Ok(Added::Duplicate),
                Some(rev) if rev == stored_rev && is_same => return Ok(Added::Duplicate),
                Some(rev) if rev == stored_rev => return Ok(Added::Conflict),
                Some(rev) if is_same => {
                    raise_revision(connection, site, &submission_id, rev).await?;
                    return Ok(Added::Duplicate);
                }
                Some(rev) => rev,
            }
        }
    };
    put(connection, new, &submission_id, rev).await?;
    put_answers(connection, &new.response, &submission_id).await?;
    if let Some(hash) = &new.receipt_hash {
        let insert = sqlx::query("INSERT INTO receipts (hash, site, submission_id) VALUES (?, ?, ?)");
        insert.bind(hash).bind(site).bind(&submission_id).execute(connection).await?;
    }
    Ok(Added::Stored)
}

/// The same words under a higher number: a revision between the two that arrives late must not replace them.
async fn raise_revision(
    connection: &mut SqliteConnection,
    site: &str,
    submission_id: &str,
    rev: u32,
) -> Result<(), sqlx::Error> {
    let update = sqlx::query("UPDATE responses SET rev = ? WHERE site = ? AND submission_id = ?");
    update.bind(rev).bind(site).bind(submission_id).execute(connection).await?;
    Ok(())
}

async fn put(
    connection: &mut SqliteConnection,
    new: &NewResponse,
    submission_id: &str,
    rev: u32,
) -> Result<(), sqlx::Error> {
    let response = &new.response;
    let page = response.page.as_ref();
    // An update, not a replacement: receipts hang on the row. What was held back once stays so.
    let upsert = sqlx::query(
        "INSERT INTO responses (site, submission_id, rev, complete, survey, survey_version, channel, touchpoint, lang, dir,
            page_url, page_title, context, attributes, shown_at, client_time, sent_at, sada, content_hash, held_back, received_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (site, submission_id) DO UPDATE SET
            rev = excluded.rev, complete = excluded.complete, survey = excluded.survey, survey_version = excluded.survey_version,
            channel = excluded.channel, touchpoint = excluded.touchpoint, lang = excluded.lang, dir = excluded.dir,
            page_url = excluded.page_url, page_title = excluded.page_title, context = excluded.context,
            attributes = excluded.attributes, shown_at = excluded.shown_at, client_time = excluded.client_time,
            sent_at = excluded.sent_at, sada = excluded.sada, content_hash = excluded.content_hash,
            held_back = coalesce(responses.held_back, excluded.held_back), received_at = excluded.received_at",
    );
    let upsert = upsert
        .bind(&response.site)
        .bind(submission_id)
        .bind(rev)
        .bind(response.complete)
        .bind(&response.survey)
        .bind(response.survey_version)
        .bind(&response.channel)
        .bind(&response.touchpoint)
        .bind(&response.lang)
        .bind(&response.dir)
        .bind(page.map(|page| page.url.as_str()))
        .bind(page.map(|page| page.title.as_str()))
        .bind(response.context.as_ref().map(json).transpose()?)
        .bind((!response.attributes.is_empty()).then(|| json(&response.attributes)).transpose()?)
        .bind(&response.shown_at)
        .bind(&response.client_time)
        .bind(&response.sent_at)
        .bind(&response.sada)
        .bind(&new.content_hash)
        .bind(new.held_back.map(super::HeldBack::as_str))
        .bind(new.received_at);
    upsert.execute(connection).await?;
    Ok(())
}

async fn put_answers(
    connection: &mut SqliteConnection,
    response: &Response,
    submission_id: &str,
) -> Result<(), sqlx::Error> {
    let delete = sqlx::query("DELETE FROM answers WHERE site = ? AND submission_id = ?");
    delete.bind(&response.site).bind(submission_id).execute(&mut *connection).await?;
    for (question, answer) in response.answers.iter() {
        let (number, words, parts) = match answer {
            Answer::Number(number) => (Some(*number), None, None),
            Answer::Text(words) => (None, Some(words.as_str()), None),
            Answer::Yes(_) | Answer::Several(_) | Answer::Parts(_) => (None, None, Some(json(answer)?)),
        };
        let insert = sqlx::query(
            "INSERT INTO answers (site, submission_id, question, number, words, parts) VALUES (?, ?, ?, ?, ?, ?)",
        );
        let insert =
            insert.bind(&response.site).bind(submission_id).bind(question).bind(number).bind(words).bind(parts);
        insert.execute(&mut *connection).await?;
    }
    Ok(())
}

fn json(value: &impl Serialize) -> Result<String, sqlx::Error> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(error.into()))
}
