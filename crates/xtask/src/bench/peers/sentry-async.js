// Sentry's other loading strategy: a small bundle, and the dialog from Sentry's CDN, here this server, on the click.
import * as Sentry from '@sentry/browser';

Sentry.init({
  dsn: `${location.protocol}//public@${location.host}/1`,
  cdnBaseUrl: location.origin,
  integrations: [Sentry.feedbackAsyncIntegration({ colorScheme: 'system' })],
});
