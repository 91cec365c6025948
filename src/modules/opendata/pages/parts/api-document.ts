import { formatNumber } from '../../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS, type PublicLang } from '../../../../platform/i18n/public-languages.ts';
import type { ApiDocument } from '../../actions/describe-api.ts';
import { API_FORMS } from './api-form-words.ts';

/** The part of JSON Schema that our own document uses. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  default?: unknown;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  maxLength?: number;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
}

export interface Parameter {
  name: string;
  isRequired: boolean;
  schema: Schema;
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  parameters: Parameter[];
  statuses: string[];
}

export function operationsOf(document: ApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, { get }]) => {
    if (!get?.operationId) return [];
    const parameters = (get.parameters ?? []).flatMap((parameter) =>
      'name' in parameter
        ? [
            {
              name: parameter.name,
              isRequired: parameter.required === true,
              schema: (parameter.schema ?? {}) as Schema,
            },
          ]
        : [],
    );
    return [
      { id: get.operationId, method: 'GET', path, parameters, statuses: Object.keys(get.responses ?? {}) },
    ];
  });
}

export const schemaNamed = (document: ApiDocument, name: string): Schema =>
  (document.components.schemas?.[name] ?? {}) as Schema;

/** « nombre entier, de 1 à 1000, 20 si absent ». */
export function parameterRule({ schema, isRequired }: Parameter, lang: PublicLang): string {
  const say = API_FORMS[lang];
  return [
    say.types[schema.type === 'integer' || schema.type === 'number' ? schema.type : 'string'],
    boundsOf(schema, lang),
    isRequired ? say.required : '',
    schema.default === undefined ? '' : say.byDefault(String(schema.default)),
  ]
    .filter(Boolean)
    .join(LANGUAGE_FACTS[lang].comma);
}

function boundsOf({ minimum, exclusiveMinimum, maximum, maxLength }: Schema, lang: PublicLang): string {
  const say = API_FORMS[lang];
  const number = (value: number) => formatNumber(value, lang);
  if (maxLength !== undefined) return say.atMost(number(maxLength));
  if (maximum === undefined) return '';
  if (exclusiveMinimum !== undefined) return say.above(number(exclusiveMinimum), number(maximum));
  return minimum === undefined ? '' : say.between(number(minimum), number(maximum));
}
