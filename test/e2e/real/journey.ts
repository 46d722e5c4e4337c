import type { Language } from '@kept/api';
import { aqaraAccount } from '@kept/policy-aqara-account';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Messages } from '../../../apps/web/src/messages/catalogue.ts';
import { loadMessages } from '../../../apps/web/src/messages/load.ts';
import type { Look, Visit } from '../browser.ts';
import { pressTo } from '../keyboard.ts';
import { shoot, unsoundness } from '../soundness.ts';

export interface Traveller {
  readonly language: Language;
  readonly look: Look;
  readonly email: string;
  readonly name: string;
}

type Place = 'home' | 'myData' | 'choices' | 'requests' | 'activity' | 'account';

const locales: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' };
const PASSWORD = 'paper-lantern-42-eaves';
const CONFIRM: Readonly<Record<Language, string>> = {
  'zh-Hans': '注销账号',
  'zh-Hant': '註銷帳戶',
  en: 'close my account',
};

/** What one person does, in the words of their own language, and what they must see for it. */
export class Journey {
  readonly #page: Page;
  readonly #visit: Visit;
  readonly #t: Messages;
  readonly #who: Traveller;
  readonly #origin: string;
  #step = 0;

  private constructor(origin: string, visit: Visit, t: Messages, who: Traveller) {
    this.#page = visit.page;
    this.#visit = visit;
    this.#t = t;
    this.#who = who;
    this.#origin = origin;
  }

  static async begin(origin: string, visit: Visit, who: Traveller): Promise<Journey> {
    return new Journey(origin, visit, await loadMessages(who.language), who);
  }

  async readsTheNotice(): Promise<void> {
    await this.#page.goto(this.#origin);
    await this.#page.getByRole('heading', { level: 1, name: this.#t.notice.headline[0] }).waitFor();
    expect(await this.#page.evaluate<string>('document.documentElement.lang')).toBe(this.#who.language);
    await this.#isSound('notice');
    const { cookies } = this.#t.choices;
    await this.#button(cookies.none).click();
    await this.#page.getByRole('dialog').waitFor({ state: 'detached' });
    await this.#page.getByRole('link', { name: this.#t.notice.register, exact: true }).click();
  }

  /** A wrong code first: what is said about it stands in the language of the page. */
  async registers(nextCode: () => Promise<string>): Promise<void> {
    const { sign, problems } = this.#t;
    await this.#page.getByRole('radio', { name: sign.register.email }).click();
    await this.#field('value').fill(this.#who.email);
    await this.#field('residence').first().click();
    await this.#page.getByRole('option').first().waitFor();
    await this.#field('residence')
      .first()
      .fill(new Intl.DisplayNames(this.#who.language, { type: 'region' }).of('CN')!);
    await this.#page.getByRole('option').first().click();
    await this.#page.getByRole('radio', { name: sign.register.ageBand(18) }).click();
    await this.#page.getByRole('checkbox').click();
    await this.#isSound('register');
    await this.#button(sign.register.sendCode).click();

    await this.#field('code').waitFor();
    const code = await nextCode();
    await this.#field('code').fill(code === '000000' ? '000001' : '000000');
    await this.#field('password').fill(PASSWORD);
    await this.#field('nickname').fill(this.#who.name);
    await this.#button(sign.register.finish).click();
    await this.#page.getByText(problems.known.IDENTITY_CODE_WRONG).waitFor();
    await this.#isSound('register-wrong-code');

    await this.#field('code').fill(code);
    await this.#button(sign.register.finish).click();
    await this.#heading(this.#t.home.title).waitFor();
    await this.#settled();
    await this.#isSound('home');
  }

  async signsInByKeyboard(): Promise<void> {
    const { shell, sign, common } = this.#t;
    await this.#visit.context.clearCookies();
    await this.#page.goto(`${this.#origin}/choices`);
    await this.#heading(sign.signIn.title).waitFor();
    await this.#isSound('sign-in');
    await pressTo(this.#page, this.#field('contact'));
    await this.#page.keyboard.type(this.#who.email);
    await pressTo(this.#page, this.#field('password'));
    await this.#page.keyboard.type(PASSWORD);
    await pressTo(this.#page, this.#button(common.signIn));
    await this.#page.keyboard.press('Enter');
    // Where they had wanted to go.
    await this.#heading(this.#t.choices.title).waitFor();
    await this.#settled();
    const home = this.#page.getByRole('link', { name: shell.places.home, exact: true }).locator('visible=true');
    await pressTo(this.#page, home.first());
    await this.#page.keyboard.press('Enter');
    await this.#heading(this.#t.home.title).waitFor();
  }

  async fillsInTheProfile(): Promise<void> {
    const { account, choices } = this.#t;
    await this.#goTo('account');
    await this.#button(choices.yes).click();
    await this.#field('profile-name').fill(this.#who.name);
    await this.#field('profile-region').fill('Shanghai');
    await this.#button(account.profile.save).click();
    await this.#page.getByText(account.profile.saved(2)).first().waitFor();
    await this.#isSound('account');
  }

  /** Masked, then shown on demand by keyboard; that it was looked at is recorded. */
  async seesWhatIsHeld(): Promise<void> {
    const { myData } = this.#t;
    await this.#goTo('myData');
    const datum = this.#datum('account-email');
    await datum.waitFor();
    expect(await this.#page.getByText(this.#who.email, { exact: true }).count()).toBe(0);
    await pressTo(this.#page, datum.getByRole('button', { name: myData.reveal }));
    await this.#page.keyboard.press('Enter');
    await datum.getByText(this.#who.email, { exact: true }).waitFor();
    await this.#isSound('my-data');
  }

  async findsItInTheActivity(): Promise<void> {
    const { activity } = this.#t;
    await this.#goTo('activity');
    const label = this.#labelOf('account-email');
    const entry = this.#page.getByRole('listitem').filter({ hasText: activity.sentences.seen(label) });
    await entry.first().waitFor();
    await entry.first().getByRole('button', { name: /^§/ }).click();
    await this.#button(activity.verify.go).click();
    await this.#page.getByText(activity.verify.verified).waitFor();
    await this.#isSound('activity');
    // On a phone the clause lies over the page.
    await this.#page.keyboard.press('Escape');
    await this.#page.getByText(activity.verify.verified).waitFor({ state: 'detached' });
  }

  /** What goes is said before it goes; a form that stood open all the while is refused, and the clause named. */
  async withdrawsTheConsent(): Promise<void> {
    const { account, choices, problems } = this.#t;
    const open = await this.#visit.context.newPage();
    await open.goto(`${this.#origin}/account`);
    await open.locator('[name="profile-region"]').fill('Hangzhou');

    await this.#goTo('choices');
    await this.#page.getByRole('button', { name: new RegExp(`^${choices.takeBack}`) }).click();
    const name = this.#labelOf('profile-name');
    const region = this.#labelOf('profile-region');
    const warning = this.#page.getByText(choices.erases(this.#list([name, region].map(this.#t.common.inside))));
    await warning.waitFor();
    await this.#isSound('choices-warning');
    await this.#button(choices.eraseGo).click();
    await this.#page.getByText(choices.states.withdrawn).waitFor();

    await open.bringToFront();
    await open.getByRole('button', { name: account.profile.save }).click();
    await open.getByText(problems.refused('2.1.2', problems.reasons.consent)).waitFor();
    await shoot(open, `${this.#who.language}-refused`);
    await open.close();
    await this.#page.bringToFront();
    await this.#isSound('choices');
  }

  /** Where the downloaded page lies. */
  async downloadsACopy(): Promise<string> {
    const { myData } = this.#t;
    await this.#goTo('myData');
    await this.#button(myData.copy.go).click();
    const coming = this.#page.waitForEvent('download');
    await this.#page.getByRole('menuitem', { name: myData.copy.formats.html }).click();
    return (await coming).path();
  }

  async correctsAValue(): Promise<void> {
    const { myData } = this.#t;
    const datum = this.#datum('account-nickname');
    const label = this.#labelOf('account-nickname');
    // On a wide screen the first item stands open already.
    const name = datum.getByRole('button', { name: label, exact: true });
    if ((await name.getAttribute('aria-expanded')) !== 'true') await name.click();
    await datum.getByRole('button', { name: myData.correct.open }).click();
    await datum.getByLabel(myData.correct.label(label)).fill('Lantern');
    await datum.getByRole('button', { name: myData.correct.go }).click();
    await datum.getByRole('button', { name: myData.correct.open }).waitFor();
    await datum.getByRole('button', { name: myData.reveal }).click();
    await datum.getByText('Lantern', { exact: true }).waitFor();
    await this.#isSound('my-data-corrected');
  }

  async closesTheAccount(): Promise<void> {
    const { requests, certificate } = this.#t;
    await this.#goTo('requests');
    await this.#isSound('requests');
    const closing = this.#page.getByRole('listitem').filter({ hasText: requests.ask.leads.closure });
    await closing.getByRole('link').click();
    await this.#field('typed').fill(CONFIRM[this.#who.language]);
    await this.#isSound('closing');
    await this.#page.locator('form button[type="submit"]').click();
    await this.#page.getByText(certificate.here.results.valid).waitFor();
    await this.#isSound('certificate');
  }

  async isNotKnownAnyMore(): Promise<void> {
    await this.#page.goto(`${this.#origin}/sign-in`);
    await this.#field('contact').fill(this.#who.email);
    await this.#field('password').fill(PASSWORD);
    await this.#button(this.#t.common.signIn).click();
    await this.#page.getByText(this.#t.problems.known.IDENTITY_CREDENTIALS_WRONG).waitFor();
  }

  #field(name: string): Locator {
    return this.#page.locator(`[name="${name}"]`);
  }

  #button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  #heading(name: string): Locator {
    return this.#page.getByRole('heading', { level: 1, name });
  }

  /** The row of a field in "My data". */
  #datum(field: string): Locator {
    return this.#page.locator('.datum').filter({ has: this.#page.locator(`[id*=".${field}"]`) });
  }

  /** What the policy calls a field. */
  #labelOf(field: keyof typeof aqaraAccount.fields): string {
    return aqaraAccount.fields[field].label[this.#who.language];
  }

  #list(labels: readonly string[]): string {
    return new Intl.ListFormat(locales[this.#who.language], { type: 'conjunction' }).format(labels);
  }

  /** By the places at hand: the rail of a desk, the foot of a phone and what is under "More" there. */
  async #goTo(place: Place): Promise<void> {
    const { places, short } = this.#t.shell;
    if ((this.#who.look.width ?? 0) > 1_000) {
      await this.#page.getByRole('link', { name: places[place], exact: true }).first().click();
    } else {
      const foot = this.#page.getByRole('navigation', { name: this.#t.shell.foot });
      const direct = foot.getByRole('link', { name: short[place], exact: true });
      if ((await direct.count()) > 0) await direct.click();
      else {
        await foot.getByRole('link', { name: short.more, exact: true }).click();
        await this.#page.getByRole('main').getByRole('link', { name: places[place], exact: true }).click();
      }
    }
    const title = place === 'home' ? this.#t.home.title : this.#t[place].title;
    await this.#heading(title).waitFor();
    await this.#settled();
  }

  /** Nothing is being fetched that the page waits for. */
  async #settled(): Promise<void> {
    await this.#page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  }

  async #isSound(name: string): Promise<void> {
    this.#step++;
    await shoot(this.#page, `${this.#who.language}-${String(this.#step).padStart(2, '0')}-${name}`);
    expect(await unsoundness(this.#page)).toEqual([]);
  }
}
