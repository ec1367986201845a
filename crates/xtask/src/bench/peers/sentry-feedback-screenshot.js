// What Sentry's CDN serves under this name: one integration, where the loading strategy looks for it.
import { feedbackScreenshotIntegration } from '@sentry/feedback';

(globalThis.Sentry ??= {}).feedbackScreenshotIntegration = feedbackScreenshotIntegration;
