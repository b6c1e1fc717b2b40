CREATE TABLE `answer_tokens` (
	`day` text PRIMARY KEY NOT NULL,
	`tokens` integer NOT NULL
);
