.PHONY: certify test lint format

certify: ## The main job: certify the reference channel manager
	./channelcert certify

test: ## Every test
	./channelcert test

lint: ## The contracts against the linter's recommended rules
	npx --yes @redocly/cli@2.77.0 lint --format=stylish api-spec/mews-operations.yaml api-spec/channel-manager-operations.yaml api-spec/candidate-driver.yaml api-spec/ota.yaml api-spec/mews-control.yaml api-spec/portal.yaml api-spec/management.yaml

format: ## google-java-format over every source file
	mvn -q -B dependency:copy@formatter
	find src -name '*.java' -print0 | xargs -0 $$(./channelcert --jdk)/bin/java -jar target/tools/google-java-format.jar -i
