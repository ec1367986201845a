// What Sentry's CDN serves under this name: one integration, where the loading strategy looks for it.
import { feedbackModalIntegration } from '@sentry/feedback';

(globalThis.Sentry ??= {}).feedbackModalIntegration = feedbackModalIntegration;
