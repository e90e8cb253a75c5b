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
    public void The_version_and_the_app_user_model_are_read(string text, string? version, string? appUser) =>
        Assert.Equal(new SchemaOptions { ApiVersion = version, AppUserModel = appUser }, SchemaParser.ParseApplication(text));
}
