import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { ReadRefusal } from '../table.ts';
import { findJsonFault, type JsonFault } from './json-fault.ts';
import type { ReadLimits } from './limits.ts';

/** A JSON document: one value, or one value per line. */
export type JsonText = { kind: 'document'; value: unknown } | { kind: 'lines'; lines: JsonLine[] };

interface JsonLine {
  /** Line of the file, from 1. */
  position: number;
  value: unknown;
}

/** A list of empty objects costs sixty times its size in memory; a record rarely holds more than four inner objects. */
const MAX_CONTAINERS_PER_ROW = 5;

export function parseJsonText(text: string, limits: ReadLimits): Result<JsonText, ReadRefusal> {
  if (countContainers(text) > limits.maxRows * MAX_CONTAINERS_PER_ROW) {
    return refuse({ kind: 'too-many-rows', limit: limits.maxRows });
  }
  const document = parseJson(text);
  if (document.ok) return ok({ kind: 'document', value: document.value });
  const fault = document.refusal;
  const lines = fault.kind === 'after-value' ? parseLines(text) : null;
  if (lines && (lines.ok || lines.refusal.kind === 'truncated' || !isOnFirstLine(text, fault.offset)))
    return lines;
  return refuse(faultRefusal(text, fault, 1));
}

/** Starts each record of a JSON text sequence (RFC 7464). */
const RECORD_SEPARATOR = '\u001e';

function countContainers(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x7b || code === 0x5b) count += 1;
  }
  return count;
}

function parseLines(text: string): Result<JsonText, ReadRefusal> {
  const lines: JsonLine[] = [];
  const texts = text.split('\n');
  for (const [index, line] of texts.entries()) {
    const json = line.startsWith(RECORD_SEPARATOR) ? line.slice(1) : line;
    if (json.trim() === '') continue;
    const parsed = parseJson(json);
    if (!parsed.ok) return refuse(faultRefusal(json, parsed.refusal, index + 1));
    lines.push({ position: index + 1, value: parsed.value });
  }
  return ok({ kind: 'lines', lines });
}

const isOnFirstLine = (text: string, offset: number): boolean => !text.slice(0, offset).includes('\n');

function faultRefusal(text: string, { offset, kind }: JsonFault, firstLine: number): ReadRefusal {
  const before = text.slice(0, offset).split('\n');
  return {
    kind: kind === 'cut' ? 'truncated' : 'malformed',
    detail: `${before.length - 1 + firstLine}:${before.at(-1)!.length + 1}`,
    character: offset + 1,
  };
}

/** Numbers past 15 digits and characters that PostgreSQL refuses in texts need a second look, which costs ten times more. */
const NEEDS_CARE = /(?<![.\d])\d{16}|\\u0000|\\u[dD][89a-fA-F]/;

function parseJson(text: string): Result<unknown, JsonFault> {
  try {
    return ok(NEEDS_CARE.test(text) ? JSON.parse(text, revive as Reviver) : JSON.parse(text));
  } catch (error) {
    // The engine throws nothing else on a text that is not JSON; another error is a failure.
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(findJsonFault(text));
  }
}

type Reviver = (key: string, value: unknown) => unknown;

/** Node 21 and later give the source text of each scalar: identifiers of 17 digits or more keep theirs. */
function revive(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value === 'number') return keepsDigits(value, context?.source) ? value : context?.source;
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? withCleanKeys(value) : value;
}

const keepsDigits = (value: number, source: string | undefined): boolean =>
  source === undefined || Number.isSafeInteger(value) || !/^-?\d+$/.test(source);

function withCleanKeys(value: object): object {
  const keys = Object.keys(value);
  if (keys.every((key) => wellFormed(key) === key)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [wellFormed(key), child]));
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const wellFormed = (text: string): string => text.replaceAll('\u0000', '').replace(LONE_SURROGATE, '\ufffd');
