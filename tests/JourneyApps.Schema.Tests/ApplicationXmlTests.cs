namespace JourneyApps.Schema.Tests;

public sealed class ApplicationXmlTests
{
    [Theory]
    [InlineData("<app><api>4.0</api><mobile_user>worker</mobile_user></app>", "4.0", "worker")]
    [InlineData("<?xml version=\"1.0\"?>\n<application name=\"X\"><other><api>9</api></other><api> 3.0\n</api></application>", "3.0", null)]
    [InlineData("<app><api/><mobile_user><!-- none --></mobile_user></app>", null, null)]
    [InlineData("<app><api>4.0</api><mobile_user>wor", "4.0", null)]
    [InlineData("", null, null)]
    [InlineData("not XML", null, null)]
    public void The_version_and_the_app_user_model_are_read(string text, string? version, string? appUser)
    {
        SchemaOptions options = SchemaParser.ParseApplication(text);
        Assert.Equal((version, appUser), (options.ApiVersion, options.AppUserModel));
    }

    [Theory]
    [InlineData("<data-model><object name='a' label=''/></data-model>", "2.0", "JA1002")]
    [InlineData("<schema><object name='a' label=''/></schema>", "4.0", "JA1002")]
    [InlineData("<data-model><model name='a' label=''/></data-model>", "3.0", "JA1003")]
    public void A_dialect_that_does_not_fit_names_the_file_that_it_comes_from(string schema, string version, string rule)
    {
        SchemaOptions application = SchemaParser.ParseApplication($"<app><api>{version}</api></app>");
        Assert.EndsWith($" in API version {version}, which application.xml states", Message(application), StringComparison.Ordinal);
        Assert.EndsWith($" in API version {version}", Message(new SchemaOptions { ApiVersion = version }), StringComparison.Ordinal);
        string other = version == "3.0" ? "3" : $"{version}.1";
        Assert.EndsWith($" in API version {other}", Message(application with { ApiVersion = other }), StringComparison.Ordinal);

        string Message(SchemaOptions options)
            => SchemaParser.Parse(schema, options).Diagnostics.Single(finding => finding.Rule.Id == rule).Message;
    }

    [Fact]
    public void A_dialect_that_the_document_shows_is_not_explained()
        => Assert.EndsWith("<zoo>", SchemaParser.Parse("<zoo/>").Diagnostics.Single().Message, StringComparison.Ordinal);
}
