import { describe, expect, test } from 'vitest';
import { ISSUE_MESSAGES, issueSentence } from './issue-messages.ts';
import { ISSUE_REASONS, type ValueIssue } from './value-issue.ts';

const issue = (more: Partial<ValueIssue>): ValueIssue => ({
  position: 18,
  column: 'telephone',
  field: 'telephone',
  value: '',
  decision: 'refused',
  reason: 'phone-invalid',
  ...more,
});

describe('the sentence for a refused or repaired value', () => {
  test.each(ISSUE_REASONS)('exists in both languages for %s, and ends', (reason) => {
    for (const repair of [undefined, '69500']) {
      const { fr, en } = ISSUE_MESSAGES[reason]({ value: '0465710', ...(repair ? { repair } : {}) });
      expect(fr).not.toBe(en);
      for (const sentence of [fr, en]) expect(sentence).toMatch(/[.)]$/);
    }
  });

  test('counts the digits that a number misses', () => {
    expect(issueSentence(issue({ value: '0465710' }), 'fr')).toBe(
      'Il manque 3 chiffres. La ligne est gardée sans ce téléphone.',
    );
    expect(issueSentence(issue({ value: '04 72 00 00 0' }), 'en')).toContain('1 digit missing');
    expect(issueSentence(issue({ value: '04 72 00 00 012' }), 'fr')).toContain('1 chiffre de trop');
  });

  test('says that hours end before they start', () => {
    const hours = { reason: 'hours-unreadable', field: 'horaires', column: 'h_mer' } as const;
    expect(issueSentence(issue({ ...hours, value: '14h-12h' }), 'fr')).toBe(
      'La fin est avant le début. À demander au producteur.',
    );
    expect(issueSentence(issue({ ...hours, value: 'voir affiche' }), 'fr')).toContain('pas été compris');
  });

  test('shows what was kept, then why', () => {
    const repaired = issue({
      reason: 'commune-renamed',
      decision: 'repaired',
      value: 'St Fons',
      repair: 'Saint-Fons',
    });
    expect(issueSentence(repaired, 'fr')).toBe('Saint-Fons (nom officiel de la commune)');
  });

  test('never calls a value « invalide », nor blames the producer', () => {
    for (const reason of ISSUE_REASONS) {
      const { fr } = ISSUE_MESSAGES[reason]({ value: '12', repair: '34' });
      expect(fr).not.toMatch(/invalide|erreur|faute|incorrect/i);
    }
  });
});
