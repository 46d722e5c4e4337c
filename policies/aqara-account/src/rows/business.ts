/**
 * Rows of chapter 2 (2). The text gives each twice, in a table and in a paragraph, and the two do not always agree:
 * what both name is needed, what only one names is optional.
 */
export const company = {
  required: ['company-name', 'company-industry', 'company-region', 'company-type'],
  optional: [
    'company-contact',
    'company-principal',
    'company-address',
    'company-phone',
    'company-email',
    'company-code',
  ],
} as const;

export const certification = {
  required: [
    'certification-company',
    'certification-representative',
    'certification-representative-phone',
    'certification-email',
    'certification-type',
    'certification-principal',
    'certification-registered-phone',
    'certification-registered-email',
    'certification-region',
    'certification-address',
    'certification-licence',
  ],
  optional: [
    'certification-taxpayer-status',
    'certification-invoice-type',
    'certification-invoice-phone',
    'certification-invoice-contact',
    'certification-invoice-contact-phone',
    'certification-invoice-region',
    'certification-invoice-address',
  ],
} as const;

export const finance = {
  required: [],
  optional: ['certification-bank', 'certification-bank-account', 'certification-taxpayer-number'],
} as const;

export const staff = {
  required: [
    'staff-account',
    'staff-role',
    'staff-role-class',
    'organisation-account',
    'organisation-industry',
    'organisation-industry-class',
    'organisation-password-validity',
    'organisation-sign-in-validity',
    'staff-operation-log',
  ],
  optional: [],
} as const;

const orders = [
  'merchant-product',
  'customer-name',
  'customer-phone',
  'customer-address',
  'merchant-order-products',
  'merchant-order-prices',
  'project-customer-name',
  'project-customer-phone',
  'project-customer-address',
  'merchant-stock',
] as const;

export const merchant = {
  required: [
    ...orders,
    'merchant-staff-name',
    'merchant-staff-phone',
    'merchant-staff-email',
    'merchant-staff-role',
    'merchant-company',
    'merchant-store',
  ],
  optional: ['merchant-plan', 'merchant-stock-out', 'merchant-stock-in', 'merchant-rebate'],
} as const;

export const design = {
  required: [
    'design-floor-plan',
    'design-floors',
    'design-rooms',
    'design-project-drawings',
    'design-plan-name',
    'design-plan-store',
    'design-plan-quote',
    'design-plan-layout',
    'design-layout-type',
    'design-layout-drawing',
    'design-drawing',
    'design-drawing-layout',
    'design-component-type',
    'design-component-count',
    'design-component-style',
  ],
  optional: [...orders, 'merchant-stock-out', 'merchant-stock-in', 'merchant-rebate', 'merchant-store'],
} as const;

export const workOrder = {
  required: [
    'work-order-number',
    'work-order-customer',
    'work-order-phone',
    'work-order-address',
    'work-order-type',
    'work-order-dispatched-at',
    'work-order-appointment',
    'work-order-installed-at',
    'work-order-settled-at',
  ],
  optional: [
    'work-order-region',
    'work-order-product',
    'work-order-installer',
    'work-order-installer-phone',
    'work-order-progress',
  ],
} as const;

export const repair = {
  required: ['repair-product', 'repair-name', 'repair-phone', 'repair-address'],
  optional: ['repair-number', 'repair-reason', 'repair-serial-number'],
} as const;

export const settlement = {
  required: ['settlement-products'],
  optional: ['settlement-quantity', 'settlement-rebate'],
} as const;

export const procurement = {
  required: [
    'procurement-products',
    'procurement-amount',
    'procurement-name',
    'procurement-phone',
    'procurement-address',
  ],
  optional: ['procurement-order', 'procurement-quantity'],
} as const;
