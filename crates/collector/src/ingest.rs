//! From many requests to one writer: a bounded queue, and one commit for all that have gathered.

use crate::store::{Added, NewResponse, Store, StoreError};
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout, timeout_at};

/// A commit costs one sync of the disk, whether for one response or for many.
const LARGEST_BATCH: usize = 256;
const LONGEST_WAIT: Duration = Duration::from_millis(5);
/// A disk that hangs must not keep visitors waiting for ever.
const REPLY_DEADLINE: Duration = Duration::from_secs(10);

/// Where requests put responses.
#[derive(Clone)]
pub(crate) struct Queue(mpsc::Sender<Waiting>);

/// The one task that writes.
pub(crate) struct Writer {
    task: JoinHandle<()>,
    stop: oneshot::Sender<()>,
}

/// Why a response was not kept. Sending it again helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotKept {
    /// Too many wait already.
    Full,
    /// The store did not take it.
    Failed,
}

struct Waiting {
    response: NewResponse,
    reply: oneshot::Sender<Result<Added, NotKept>>,
}

/// Starts the writer.
pub(crate) fn start(store: Arc<dyn Store>, capacity: usize) -> (Queue, Writer) {
    let (sender, receiver) = mpsc::channel(capacity);
    let (stop, stopped) = oneshot::channel();
    (Queue(sender), Writer { task: tokio::spawn(write(store, receiver, stopped)), stop })
}

impl Queue {
    /// Returns once the response is safely stored, or was not stored.
    ///
    /// After [`NotKept::Failed`] for a slow disk it may still become stored; a second try is then a duplicate.
    pub(crate) async fn keep(&self, response: NewResponse) -> Result<Added, NotKept> {
        let (reply, replied) = oneshot::channel();
        self.0.try_send(Waiting { response, reply }).map_err(|_| NotKept::Full)?;
        match timeout(REPLY_DEADLINE, replied).await {
            Ok(Ok(kept)) => kept,
            Ok(Err(_)) | Err(_) => Err(NotKept::Failed),
        }
    }
}

impl Writer {
    /// Takes nothing more, writes what waits, ends.
    pub(crate) async fn finish(self) {
        // The task may have ended by itself; a failed join means it panicked, and then nothing waits either.
        let _ = self.stop.send(());
        let _ = self.task.await;
    }
}

async fn write(store: Arc<dyn Store>, mut queue: mpsc::Receiver<Waiting>, mut stopped: oneshot::Receiver<()>) {
    let mut is_stopping = false;
    loop {
        let first = tokio::select! {
            first = queue.recv() => first,
            _ = &mut stopped, if !is_stopping => {
                is_stopping = true;
                queue.close();
                continue;
            }
        };
        let Some(first) = first else { return };
        let batch = gather(first, &mut queue).await;
        commit(store.as_ref(), batch).await;
    }
}

/// What arrives within 5 ms of the first, at most 256.
async fn gather(first: Waiting, queue: &mut mpsc::Receiver<Waiting>) -> Vec<Waiting> {
    let deadline = Instant::now() + LONGEST_WAIT;
    let mut batch = vec![first];
    while batch.len() < LARGEST_BATCH {
        match timeout_at(deadline, queue.recv()).await {
            Ok(Some(next)) => batch.push(next),
            Ok(None) | Err(_) => break,
        }
    }
    batch
}

async fn commit(store: &dyn Store, batch: Vec<Waiting>) {
    let (responses, replies): (Vec<_>, Vec<_>) = batch.into_iter().map(|each| (each.response, each.reply)).unzip();
    match store.add(&responses).await {
        Ok(added) => {
            for (reply, added) in replies.into_iter().zip(added) {
                answer(reply, Ok(added));
            }
        }
        // One response that cannot be written must not keep the others out, try after try.
        Err(StoreError::Failed(_)) if responses.len() > 1 => {
            for (response, reply) in responses.into_iter().zip(replies) {
                let added = store.add(&[response]).await;
                answer(
                    reply,
                    added
                        .map_err(|error| failed(&error))
                        .and_then(|added| added.first().copied().ok_or(NotKept::Failed)),
                );
            }
        }
        Err(error) => {
            let reason = failed(&error);
            for reply in replies {
                answer(reply, Err(reason));
            }
        }
    }
}

fn failed(error: &StoreError) -> NotKept {
    tracing::error!(error = error as &dyn Error, cause = error.source(), "responses could not be stored");
    NotKept::Failed
}

/// Whoever asked may have gone; the response is stored all the same.
fn answer(reply: oneshot::Sender<Result<Added, NotKept>>, kept: Result<Added, NotKept>) {
    let _ = reply.send(kept);
}
