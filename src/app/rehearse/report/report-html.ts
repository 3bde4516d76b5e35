import MarkdownIt from 'markdown-it';
import type { RehearsalReport } from './report';
import { detailSections, headSection } from './report-markdown';
import { REPORT_STYLE } from './report-style';
import { passed } from './report';
import { subject } from './report-words';
import { stepTimeline } from './step-timeline';

/** The report as one page that needs no other file and no network. */
export function reportHtml(report: RehearsalReport): string {
  const markdown = new MarkdownIt({ html: false, linkify: false });
  // A table that is wider than the page moves by itself; a keyboard must be able to move it.
  markdown.renderer.rules['table_open'] = () => '<div class="wide" tabindex="0" role="group"><table>\n';
  markdown.renderer.rules['table_close'] = () => '</table></div>\n';
  const { escapeHtml } = markdown.utils;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${passed(report) ? '✓' : '✗'} Rehearsal of ${escapeHtml(subject(report))}</title>`,
    `<style>\n${REPORT_STYLE}</style>`,
    '</head>',
    `<body class="${passed(report) ? 'passed' : 'failed'}">`,
    '<main>',
    markdown.render(headSection(report)).trimEnd(),
    stepTimeline(report, escapeHtml),
    markdown.render(detailSections(report)).trimEnd(),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
