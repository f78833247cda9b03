BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num TEXT NOT NULL,
	PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE events (
	organisation TEXT NOT NULL,
	sequence INTEGER NOT NULL,
	at TEXT NOT NULL,
	kind TEXT NOT NULL,
	campaign TEXT NOT NULL,
	subject TEXT NOT NULL,
	payload TEXT NOT NULL,
	personal_hash TEXT NOT NULL,
	previous TEXT NOT NULL,
	hash TEXT NOT NULL,
	PRIMARY KEY (organisation, sequence),
	UNIQUE (organisation, previous)
);
INSERT INTO "events" VALUES('proevekommune',1,'2026-09-01T08:00:00Z','assessed','2026','system:omsorgsjournal','{"on":"2026-09-01","said":"opfyldt – æøå"}','b8028696ef6e07e13e321531196fe5b812d224d7bedeee7b8a98fc396fd19bcd','0000000000000000000000000000000000000000000000000000000000000000','030a068b87fc1e665ce49b0de321f880260605af717f9330f0f1f72cce787277');
INSERT INTO "events" VALUES('proevekommune',2,'2026-09-01T08:00:00Z','campaign-closed','2026','','{"on":"2026-09-01","said":"opfyldt – æøå"}','','030a068b87fc1e665ce49b0de321f880260605af717f9330f0f1f72cce787277','da7171704d7d811e40086fdbdb8563521635ac02221a57a86c059c96d57c485a');
INSERT INTO "events" VALUES('nabokommune',1,'2026-09-01T08:00:00Z','assessed','2026','owner:p01','{"on":"2026-09-01","said":"opfyldt – æøå"}','2e3f457851b195c783bd1ab5622a95053bcd4a85f614074b30128ebf6c3a40eb','0000000000000000000000000000000000000000000000000000000000000000','871a91ed20093b51dce5b1020048784d8b21433f0675eac76a500a0707c82d10');
CREATE TABLE texts (
	organisation TEXT NOT NULL,
	sequence INTEGER NOT NULL,
	nonce TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (organisation, sequence)
);
INSERT INTO "texts" VALUES('proevekommune',1,'2832203c5467e31e94e528f5e83e962c18e37b463238aeb71da62b70234b9ae7','{"name":"Anna Ø"}');
INSERT INTO "texts" VALUES('nabokommune',1,'ac189bd996d85fdcb72b5e703804c4fdb5b89b8e527e47f6b88b032c010fc323','{"name":"Anna Ø"}');
COMMIT;
