/** One scrape configuration of Prometheus, as plain data. */
export type ScrapeJob = Readonly<Record<string, unknown>> & { readonly job_name: string };
