/** Automations as they are kept: settings of whoever made them. */
import { stringify } from 'yaml';
import { AutomationConfig } from './api/config.ts';
import { read, type Setting, type Settings } from './settings.ts';

/** An automation as it acts. */
export interface Rule extends Omit<Setting, 'text'> {
  readonly config: AutomationConfig;
}

export class Rules {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** All automations of the region, for those who run them. */
  async automations(): Promise<Rule[]> {
    return (await this.#settings.all('automation')).flatMap(ruleOf);
  }

  async ofPerson(person: string): Promise<Rule[]> {
    return (await this.#settings.ofPerson('automation', person)).flatMap(ruleOf);
  }

  /** Takes down what somebody has set up, or changed. */
  async save(rule: Omit<Rule, 'armed'>): Promise<Rule> {
    const { id, home, author, active, config } = rule;
    return {
      ...rule,
      armed: await this.#settings.keep('automation', { id, home, author, active, text: textOf(config) }),
    };
  }

  turn(rule: Rule, active: boolean): Promise<number> {
    return this.#settings.turn(rule, active);
  }

  remove(rule: Pick<Rule, 'id' | 'author'>): Promise<void> {
    return this.#settings.remove(rule);
  }

  isThere(rule: Rule): Promise<boolean> {
    return this.#settings.isThere(rule);
  }

  /** With the scenes of the home. */
  renew(home: string): Promise<void> {
    return this.#settings.renew(home);
  }

  newId(): string {
    return this.#settings.newId();
  }
}

/** As its person reads it in a copy of their data. */
export const textOf = (config: object): string => stringify(config, { lineWidth: 0, aliasDuplicateObjects: false });

/** What a person has corrected into something else is none. */
function ruleOf({ text, ...setting }: Setting): Rule[] {
  const config = AutomationConfig.safeParse(read(text));
  return config.success ? [{ ...setting, config: config.data as AutomationConfig }] : [];
}
