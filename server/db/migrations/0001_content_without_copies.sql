DROP TABLE `words`;--> statement-breakpoint
ALTER TABLE `items` DROP COLUMN `condition_notes`;--> statement-breakpoint
ALTER TABLE `passages` DROP COLUMN `sha256`;--> statement-breakpoint
ALTER TABLE `sources` DROP COLUMN `sha256`;