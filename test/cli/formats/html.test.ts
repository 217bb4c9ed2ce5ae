import { pathToFileURL } from 'node:url';
import { FORMATS } from '../../../cli/src/formats';
import { TemporaryFolder } from '../../cloudformation/templates/temporary-folder';
import { Browser, findChromium } from './browser';
import { REPORT } from './report';

const folder = new TemporaryFolder();
const chromium = findChromium();
if (chromium === undefined) {
  process.stderr.write(
    'skipped: the HTML report in a browser: chromium was not found, CHROMIUM names another one\n',
  );
}

(chromium === undefined ? describe.skip : describe)('the HTML report in a browser', () => {
  jest.setTimeout(60_000);
  let browser: Browser;
  let address: string;
  beforeEach(async () => {
    const file = folder.write('report.html', FORMATS.html.print(REPORT, { isColoured: false }));
    address = pathToFileURL(file).href;
    browser = new Browser(chromium as string);
    await browser.open(address);
  });
  afterEach(() => browser.close());

  test('asks for nothing, and its policy keeps nothing of it back', async () => {
    expect(browser.requests).toEqual([address]);
    expect(browser.complaints).toEqual([]);
    // The style is let in by its hash.
    expect(
      await browser.evaluate('getComputedStyle(document.querySelector(".accounts")).borderCollapse'),
    ).toBe('collapse');
  });

  test('a script that gets into the page would not run, and an image would not be loaded', async () => {
    await browser.evaluate(`document.body.insertAdjacentHTML('beforeend',
      '<img src="http://192.0.2.1/x.png" onerror="document.title=1"><p style="color:red" id="late">')`);
    expect(browser.complaints.join('\n')).toMatch(/violates the following Content Security Policy directive/);
    expect(await browser.evaluate('document.title')).toMatch(/^FAIL: 1 of 4 accounts/);
  });

  test.each([
    [360, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)(
    'at %d pixels, %s: nothing runs over the edge, and every text can be read',
    async (width, scheme) => {
      await browser.look(width, scheme);
      await browser.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true })');
      expect(
        await browser.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBe(0);
      const outside = `[...document.querySelectorAll('main *')]
      .filter((each) => !each.closest('thead') && each.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
      .map((each) => each.outerHTML.slice(0, 80))`;
      expect(await browser.evaluate(outside)).toEqual([]);
      expect(await browser.evaluate(CUT_OFF)).toEqual([]);
      expect(await browser.evaluate(LOWEST_CONTRAST)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('accounts open and close with the keyboard', async () => {
    const open = '[...document.querySelectorAll("details")].map((each) => each.open)';
    expect(await browser.evaluate(open)).toEqual([false, false, false]);
    await browser.press('Tab');
    await browser.press('Tab');
    await browser.press('Enter');
    expect(await browser.evaluate(open)).toEqual([false, true, false]);
    expect(await browser.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await browser.press('Enter');
    expect(await browser.evaluate(open)).toEqual([false, false, false]);
  });
});

/** What a picture shows beyond its edge is not seen. */
const CUT_OFF = `[...document.querySelectorAll('svg text')]
  .filter((each) => each.getBoundingClientRect().right > each.closest('svg').getBoundingClientRect().right)
  .map((each) => each.textContent)`;

/** Of all texts against what is behind them: https://www.w3.org/TR/WCAG22/#contrast-minimum */
const LOWEST_CONTRAST = `(() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (each) => {
    for (; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (channels(colour)[3] !== 0) return colour;
    }
  };
  const texts = [...document.body.querySelectorAll('*')].filter((each) =>
    each.getClientRects().length > 0 && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  return Math.min(...texts.map((each) => {
    const style = getComputedStyle(each);
    const pair = [light(each.closest('svg') ? style.fill : style.color), light(behind(each))].sort((a, b) => a - b);
    return (pair[1] + 0.05) / (pair[0] + 0.05);
  }));
})()`;
