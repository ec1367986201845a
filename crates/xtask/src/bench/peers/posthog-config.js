// A project with surveys; nothing else that its settings could add (replay, heatmaps, web vitals) is on.
(globalThis._POSTHOG_REMOTE_CONFIG ??= {})['phc_bench'] = {
  config: {
    token: 'phc_bench',
    supportedCompression: ['gzip', 'gzip-js'],
    hasFeatureFlags: true,
    autocapture_opt_out: false,
    captureDeadClicks: false,
    capturePerformance: false,
    autocaptureExceptions: false,
    heatmaps: false,
    sessionRecording: false,
    surveys: true,
    siteApps: [],
  },
  siteApps: [],
};
