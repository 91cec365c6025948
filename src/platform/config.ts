import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '../kernel/result.ts';

const flag = z
  .enum(['1', '0', 'true', 'false', 'oui', 'non'])
  .transform((text) => ['1', 'true', 'oui'].includes(text));

/** Every variable the process reads, with its default: the same list as `.env.example`. */
const ENVIRONMENT = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  MAILLON_DATA: z.string().min(1).default('./data'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TERRITORY_NAME: z.string().min(1).default('Métropole de Lyon et Monts du Lyonnais'),
  HELP_PHONE: z
    .string()
    .regex(/^\+\d{8,15}$/)
    .optional(),
  SECRET_KEY: z.string().min(32).optional(),
  ALLOW_PRIVATE_ADDRESSES: flag.default(false),
  GEO_API_URL: z.url().default('https://geo.api.gouv.fr'),
  BAN_URL: z.url().default('https://data.geopf.fr/geocodage'),
  MAP_TILES_URL: z
    .union([z.url({ protocol: /^https?$/ }).refine((url) => /\{z\}.*\{[xy]\}/.test(url)), z.literal('aucun')])
    .default(
      'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}',
    ),
  MAP_ATTRIBUTION: z.string().min(1).default('© IGN, Géoplateforme'),
  KIOSK_TOWN: z.string().min(1).optional(),
  GEOCODE: flag.default(false),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'adresse@exemple.org, ou : Nom <adresse@exemple.org>',
    )
    .optional(),
  SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_GATEWAY_KEY: z.string().min(1).optional(),
  // Networks refuse longer names.
  SMS_SENDER: z
    .string()
    .regex(/^[A-Za-z0-9 ]{1,11}$/, '11 lettres ou chiffres au plus (11 letters or digits at most)')
    .default('Maillon'),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  REMIND_AFTER_MONTHS: z.coerce.number().int().min(0).max(60).default(6),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).default('ProConnect'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

const COMPLETE_ENVIRONMENT = ENVIRONMENT.superRefine(
  requireTogether([
    ['SMTP_URL', 'MAIL_FROM'],
    ['SMS_GATEWAY_URL', 'SMS_GATEWAY_KEY'],
    ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
    ['OIDC_ISSUER', 'OIDC_CLIENT_SECRET'],
    ['OIDC_ISSUER', 'PUBLIC_URL'],
  ]),
);

/** The first of each pair is of no use without the second. */
function requireTogether(pairs: readonly [string, string][]) {
  return (env: Record<string, unknown>, check: z.core.$RefinementCtx) => {
    for (const [given, needed] of pairs)
      if (env[given] !== undefined && env[needed] === undefined)
        check.addIssue({
          code: 'custom',
          path: [needed],
          message: `nécessaire avec ${given} (needed with ${given})`,
        });
  };
}

export interface Config {
  databaseUrl: string | undefined;
  /** Absolute path of the embedded database and of what goes with it. */
  dataFolder: string;
  host: string;
  port: number;
  /** Address people type, without a final slash; unknown until configured or listening. */
  publicUrl: string | undefined;
  territoryName: string;
  /** E.164. */
  helpPhone: string | undefined;
  /** Signs administrator links; absent: a key kept in the data folder. */
  secretKey: string | undefined;
  allowPrivateAddresses: boolean;
  geoApiUrl: string;
  banUrl: string;
  /** Address of a tile, with {z}, {x} and {y}; null: maps have no background. */
  mapTilesUrl: string | null;
  /** Shown on the map: who made its background. */
  mapAttribution: string;
  /** Where kiosks stand that do not say it in their address. */
  kioskTown: string | undefined;
  /** Ask the national address base for the coordinates that sources lack. */
  geocode: boolean;
  /** How e-mails leave; absent: they stay in the outbox, to be read there. */
  mail: MailConfig | undefined;
  /** How text messages leave; absent: pages offer what a telephone does by itself. */
  sms: SmsConfig | undefined;
  /** How many proxies of ours stand in front: so many addresses of `X-Forwarded-For` are believed. */
  trustedProxies: number;
  /** Places whose information is older are reminded; 0: never. */
  remindAfterMonths: number;
  /** An identity provider of professionals, ProConnect for instance; absent: none. */
  oidc: OidcConfig | undefined;
  logLevel: string;
}

export interface OidcConfig {
  /** Without final slash: `/.well-known/openid-configuration` follows. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What its button says. */
  name: string;
}

export interface MailConfig {
  url: string;
  from: string;
}

export interface SmsConfig {
  url: string;
  key: string;
  sender: string;
}

export interface ConfigRefusal {
  kind: 'invalid-configuration';
  problems: { variable: string; problem: string }[];
}

/** `base` is the folder against which relative paths are read: where the user stands. */
export function readConfig(
  environment: Record<string, string | undefined>,
  base: string,
): Result<Config, ConfigRefusal> {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = COMPLETE_ENVIRONMENT.safeParse(filled);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      variable: issue.path.join('.'),
      problem: issue.message,
    }));
    return refuse({ kind: 'invalid-configuration', problems });
  }
  const env = parsed.data;
  return ok({
    databaseUrl: env.DATABASE_URL,
    dataFolder: resolve(base, env.MAILLON_DATA),
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
    territoryName: env.TERRITORY_NAME,
    helpPhone: env.HELP_PHONE,
    secretKey: env.SECRET_KEY,
    allowPrivateAddresses: env.ALLOW_PRIVATE_ADDRESSES,
    geoApiUrl: env.GEO_API_URL,
    banUrl: env.BAN_URL,
    mapTilesUrl: env.MAP_TILES_URL === 'aucun' ? null : env.MAP_TILES_URL,
    mapAttribution: env.MAP_ATTRIBUTION,
    kioskTown: env.KIOSK_TOWN,
    geocode: env.GEOCODE,
    mail: env.SMTP_URL && env.MAIL_FROM ? { url: env.SMTP_URL, from: env.MAIL_FROM } : undefined,
    sms:
      env.SMS_GATEWAY_URL && env.SMS_GATEWAY_KEY
        ? { url: env.SMS_GATEWAY_URL, key: env.SMS_GATEWAY_KEY, sender: env.SMS_SENDER }
        : undefined,
    trustedProxies: env.TRUSTED_PROXIES,
    remindAfterMonths: env.REMIND_AFTER_MONTHS,
    oidc:
      env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
        ? {
            issuer: env.OIDC_ISSUER.replace(/\/+$/, ''),
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
            name: env.OIDC_NAME,
          }
        : undefined,
    logLevel: env.LOG_LEVEL,
  });
}
