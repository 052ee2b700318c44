//! What looks through many days: searches, and days and trends taken together. It changes nothing, and makes way for
//! everything else.

use super::desk::Desk;
use super::under_way::Work;
use super::{Reply, Request, documents};
use crate::domain::review::several::Pool;
use crate::domain::search::Query;
use crate::store::{Asked, Store, StoreError};

impl Request {
    /// Whether it looks through many days, so that it waits for what does not.
    pub(super) fn makes_way(&self) -> bool {
        self.place().is_some()
    }

    /// Of the requests that make way, which sort it is: only the newest of each is done.
    pub(super) fn place(&self) -> Option<usize> {
        match self {
            Self::Search { .. } => Some(0),
            Self::LinesAcross { .. } => Some(1),
            Self::TrendsAcross { .. } => Some(2),
            Self::Books { .. } => Some(3),
            Self::FirstPage { .. } => Some(4),
            Self::Overview { .. } => Some(5),
            Self::Days => Some(6),
            Self::NamesElsewhere(_) => Some(7),
            _ => None,
        }
    }

    /// Whether the window asks it by itself: it is not shown as work, and no person hears that it failed.
    fn is_for_later(&self) -> bool {
        matches!(self, Self::Days | Self::NamesElsewhere(_))
    }
}

impl Desk {
    /// Looks, as long as `is_wanted`; gives the request back when it did not come to an end.
    pub(super) fn look(&mut self, request: Request, is_wanted: impl Fn() -> bool) -> Option<Request> {
        let Some(store) = &self.store else {
            if !request.is_for_later() {
                self.reply(Reply::Failed(self.why_not()));
            }
            return None;
        };
        let begun = (!request.is_for_later()).then(|| self.begin(Work::Look));
        let goes_on = || {
            if let Some(begun) = &begun {
                begun.progress.step();
            }
            is_wanted()
        };
        let answer = match &request {
            Request::Overview { asked, filter, most } => {
                let pool = self.pool.read(store, &goes_on);
                pool.map(|pool| {
                    pool.map(|pool| Reply::Overview {
                        asked: *asked,
                        several: Box::new(pool.several(filter, *most)),
                    })
                })
            }
            _ => answer(store, &request, &goes_on),
        };
        drop(begun);
        match answer {
            Ok(Some(reply)) => self.reply(reply),
            Ok(None) => return Some(request),
            Err(error) => {
                let is_broken = error.is_broken();
                if request.is_for_later() {
                    tracing::warn!(%error, "the window goes without what it knows of all days");
                } else {
                    self.reply(Reply::Failed(error.into()));
                }
                if is_broken {
                    self.recover();
                }
            }
        }
        None
    }
}

fn answer(
    store: &Store,
    request: &Request,
    is_wanted: &dyn Fn() -> bool,
) -> Result<Option<Reply>, StoreError> {
    let reply = match request {
        Request::Search { asked, query, limit } => {
            let query = Query::parse(query);
            let what = Asked { query: &query, limit: *limit, include_private: true, is_wanted };
            let Some(found) = store.find(&what)? else { return Ok(None) };
            let sessions = store.session_names(found.hits.iter().map(|hit| hit.session))?;
            Some(Reply::Found { asked: *asked, found, sessions })
        }
        Request::TrendsAcross { asked } => {
            Some(Reply::TrendsAcross { asked: *asked, trends: store.trends_across(true)? })
        }
        Request::LinesAcross { asked, tag } => {
            let lines = store.lines_across(tag, true)?;
            let sessions = store.session_names(lines.iter().map(|line| line.session))?;
            Some(Reply::LinesAcross { asked: *asked, tag: tag.clone(), lines, sessions })
        }
        Request::Books { asked, days } => {
            let all = if days.is_none() { store.day_ids()? } else { Vec::new() };
            let books = store.books(days.as_ref().unwrap_or(&all), is_wanted)?;
            books.map(|books| Reply::Books { asked: *asked, books })
        }
        Request::Days => Some(Reply::Days(store.days()?)),
        Request::NamesElsewhere(day) => {
            let names = store.names_elsewhere(*day, is_wanted)?;
            names.map(|names| Reply::NamesElsewhere { day: *day, names: Box::new(names) })
        }
        Request::FirstPage { asked, job } => {
            let page = documents::first_page(store, job, is_wanted)?;
            page.map(|page| Reply::FirstPage { asked: *asked, page })
        }
        _ => None,
    };
    Ok(reply)
}

/// What can be listed of all days, for as long as nothing is written.
#[derive(Debug, Default)]
pub(super) struct KeptPool {
    pool: Pool,
    /// What the store had written when it was read.
    of: Option<(i64, u64)>,
}

impl KeptPool {
    /// Reads all days, unless it holds them as they are; nothing when they are no longer wanted.
    fn read(&mut self, store: &Store, is_wanted: &dyn Fn() -> bool) -> Result<Option<&Pool>, StoreError> {
        let now = store.written()?;
        if self.of != Some(now) {
            self.of = None;
            let mut pool = Pool::default();
            for day in store.day_ids()? {
                if !is_wanted() {
                    return Ok(None);
                }
                pool.add(&store.book(day)?);
            }
            *self = Self { pool, of: Some(now) };
        }
        Ok(Some(&self.pool))
    }
}
