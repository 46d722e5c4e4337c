import { ageBands, agesIn } from '../meaning/ages.ts';
import { stoppable } from '../meaning/purposes.ts';
import type { Tables } from '../program.ts';
import { consentNumber, type Source } from './names.ts';

/**
 * Whom a purpose is too old for. A purpose's own limit bars whoever is younger. The policy's rules bar children from
 * whatever the law does not demand, and a guardian's consent lifts the bar. Someone of unknown age is barred where
 * anybody is.
 */
export function ageTables(source: Source): Pick<Tables, 'age' | 'ageConsent'> {
  const { manifest, names, refusals } = source;
  const bands = ageBands(manifest);
  const jurisdictions = names.jurisdictions.ids;
  const size = names.purposes.ids.length * jurisdictions.length * bands.length;
  const age = new Uint16Array(size);
  const ageConsent = new Int16Array(size).fill(-1);
  const unknown = refusals.ruling('unknown-age', manifest.otherwise, 'cannot-tell');
  let at = 0;
  for (const purpose of Object.values(manifest.purposes))
    for (const jurisdiction of jurisdictions) {
      const rules = stoppable(purpose) ? agesIn(manifest, jurisdiction) : [];
      const limit = purpose.minAge ?? 0;
      for (const band of bands) {
        const mine = rules.filter((rule) => band.to < rule.below);
        const closed = mine.find((rule) => rule.rule === 'no-account');
        const guarded = mine.find((rule) => rule.rule === 'guardian');
        if (band.id === 'unknown') age[at] = limit > 0 || rules.length > 0 ? unknown : 0;
        else if (band.to < limit) age[at] = refusals.ruling('age', purpose.clause);
        else if (closed !== undefined) age[at] = refusals.ruling('age', closed.clause);
        else if (guarded !== undefined) {
          age[at] = refusals.ruling('guardian', guarded.clause);
          ageConsent[at] = consentNumber(source, guarded.consent);
        }
        at++;
      }
    }
  return { age, ageConsent };
}
