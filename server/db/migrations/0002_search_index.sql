ALTER TABLE `passages` ADD `language` text DEFAULT 'en' NOT NULL;
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(title, head, category, attributes, body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars './~'");
--> statement-breakpoint
INSERT INTO `search_index`(`search_index`, `rank`) VALUES('secure-delete', 1);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_terms` USING fts5vocab('search_index', 'row');
