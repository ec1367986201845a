// The set-up that Sentry's documentation recommends: everything in the site's own bundle.
import * as Sentry from '@sentry/browser';

Sentry.init({
  dsn: `${location.protocol}//public@${location.host}/1`,
  integrations: [Sentry.feedbackIntegration({ colorScheme: 'system' })],
});
