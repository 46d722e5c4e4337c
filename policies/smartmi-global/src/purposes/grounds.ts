/** Everywhere: each data centre does everything for the people who live there. */
export const regions = ['cn', 'us', 'eu', 'ru', 'sg'] as const;
export const keep = ['collect', 'use', 'retain'] as const;
/** Nobody who works here has any business in them. */
export const actors = ['person', 'service', 'system'] as const;
/** The text gives no grounds; these are the laws' common ones. */
export const contract = { basis: 'contract', ground: 'dpv:ContractPerformance' } as const;
export const agreed = { basis: 'consent', ground: 'dpv:ExpressedConsent' } as const;
export const expressly = { basis: 'consent', ground: 'dpv:ExplicitlyExpressedConsent' } as const;
export const interest = { basis: 'legitimate-interest', ground: 'dpv:LegitimateInterestOfController' } as const;
/** 4.4: where the law demands it. */
export const duty = { basis: 'legal-obligation', ground: 'dpv:LegalObligation', exemption: 'legal-demand' } as const;
