// Right and wrong answers on the questions of the tests, and questions a second: the query core, nlp.js trained on a third of them, and
// MiniSearch over what the records say. The other two thirds are asked.
import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en';
import { Nlp } from '@nlpjs/nlp';
import MiniSearch from 'minisearch';
