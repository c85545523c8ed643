# Kusto from a notebook
run("azureDataExplorer://tenant='contoso.com';client-id='6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40';Client_Secret='inv3nted~s3cret';cluster='help';database='Samples'")
run('adx://code;cluster="help";database="Samples"')
run("a-d-e://clientsecret=secret_of_the_vault;cluster='help';database='Samples'")
