CREATE TABLE `articles` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`title` text NOT NULL,
	`url` text
);
--> statement-breakpoint
CREATE INDEX `articles_by_source` ON `articles` (`source_id`);--> statement-breakpoint
CREATE TABLE `items` (
	`code` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`price` real,
	`currency` text,
	`image` text,
	`url` text,
	`condition_grade` text,
	`condition_notes` text,
	`attributes` text NOT NULL,
	`position` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `items_by_source` ON `items` (`source_id`);--> statement-breakpoint
CREATE TABLE `passages` (
	`row_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`article_id` text NOT NULL,
	`source_id` text NOT NULL,
	`position` integer NOT NULL,
	`headings` text NOT NULL,
	`text` text NOT NULL,
	`sha256` text NOT NULL,
	`item_code` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passages_id_unique` ON `passages` (`id`);--> statement-breakpoint
CREATE INDEX `passages_by_article` ON `passages` (`article_id`,`position`);--> statement-breakpoint
CREATE INDEX `passages_by_source` ON `passages` (`source_id`);--> statement-breakpoint
CREATE INDEX `passages_by_item` ON `passages` (`item_code`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`sha256` text NOT NULL,
	`ingested_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_name_unique` ON `sources` (`name`);--> statement-breakpoint
CREATE TABLE `words` (
	`word` text PRIMARY KEY NOT NULL,
	`passage_count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`visitor_id` text NOT NULL,
	`client_id` text NOT NULL,
	`language` text NOT NULL,
	`phase_name` text NOT NULL,
	`phase` text NOT NULL,
	`holder_id` text NOT NULL,
	`version` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`last_everyone_seq` integer NOT NULL,
	`published_seq` integer NOT NULL,
	`page` text,
	`offer` text,
	`offer_declined` integer NOT NULL,
	`email` text,
	`last_line` text,
	`visitor_messages` integer NOT NULL,
	`exchanges` integer NOT NULL,
	`unsure_in_a_row` integer NOT NULL,
	`started_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`waiting_since` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_first_act` ON `conversations` (`visitor_id`,`client_id`);--> statement-breakpoint
CREATE INDEX `conversations_by_phase` ON `conversations` (`phase_name`,`updated_at`);--> statement-breakpoint
CREATE INDEX `conversations_by_holder` ON `conversations` (`holder_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `conversations_by_update` ON `conversations` (`updated_at`);--> statement-breakpoint
CREATE TABLE `events` (
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`id` text NOT NULL,
	`prev` integer NOT NULL,
	`type` text NOT NULL,
	`audience` text NOT NULL,
	`author_kind` text NOT NULL,
	`author_id` text NOT NULL,
	`author` text NOT NULL,
	`client_id` text,
	`cause` integer,
	`answers` text,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `seq`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_id_unique` ON `events` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `events_one_per_command` ON `events` (`conversation_id`,`author_kind`,`author_id`,`client_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `events_one_answer` ON `events` (`conversation_id`,`answers`);--> statement-breakpoint
CREATE TABLE `owed_answers` (
	`conversation_id` text NOT NULL,
	`question_id` text NOT NULL,
	`seq` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `question_id`)
);
--> statement-breakpoint
CREATE TABLE `read_marks` (
	`teammate_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`visitor_messages` integer NOT NULL,
	PRIMARY KEY(`teammate_id`, `conversation_id`)
);
--> statement-breakpoint
CREATE TABLE `visitors` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visitors_tokenHash_unique` ON `visitors` (`token_hash`);--> statement-breakpoint
CREATE TABLE `shop_settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `versions` (
	`name` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `one_time_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`teammate_id` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`teammate_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `teammates` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`picture` text,
	`role` text NOT NULL,
	`password_hash` text,
	`created_at` integer NOT NULL,
	`around_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `teammates_email_unique` ON `teammates` (`email`);