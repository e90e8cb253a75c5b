using System.Net;
using System.Text;
using System.Text.Json;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Credentials;

public sealed class CredentialTests
{
    [Fact]
    public async Task A_named_token_goes_out_as_Bearer()
    {
        var server = new FakeServer().Answer(HttpStatusCode.OK);
        using ApiTransport transport = Transports.To(server);
        await transport.SendAsync(Transports.Read);
        Assert.Equal("Bearer O:secret", server.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task Basic_is_encoded_as_UTF_8()
    {
        var server = new FakeServer().Answer(HttpStatusCode.OK);
        using ApiTransport transport = Transports.To(server, more: options => options.Credential = JourneyCredential.Basic("d", "pä:ss"));
        await transport.SendAsync(Transports.Read);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("d:pä:ss")), server.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_provider_is_asked_once_and_again_after_a_401()
    {
        int asked = 0;
        var server = new FakeServer().Answer(HttpStatusCode.OK).Answer(HttpStatusCode.Unauthorized).Answer(HttpStatusCode.OK, "again");
        using ApiTransport transport = Transports.To(server, more: options => options.Credential =
            JourneyCredential.FromProvider(_ => new(JourneyCredential.NamedToken($"t{++asked}"))));

        await transport.SendAsync(Transports.Read);
        Assert.Equal("again", await transport.SendAsync(Transports.Read));
        Assert.Equal(2, asked);
        Assert.Equal(["Bearer t1", "Bearer t1", "Bearer t2"], server.Requests.Select(request => request.Headers["Authorization"]));
    }

    [Fact]
    public async Task A_second_401_in_a_row_is_final()
    {
        int asked = 0;
        var server = new FakeServer().Answer(HttpStatusCode.Unauthorized).Answer(HttpStatusCode.Unauthorized);
        using ApiTransport transport = Transports.To(server, more: options => options.Credential =
            JourneyCredential.FromProvider(_ => new(JourneyCredential.NamedToken($"t{++asked}"))));

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => transport.SendAsync(Transports.Read));
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer abc")]
    [InlineData("a b")]
    [InlineData("a\r\nX-Evil: 1")]
    public void A_token_that_cannot_be_one_is_refused_without_being_quoted(string token)
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => JourneyCredential.NamedToken(token));
        if (token.Length > 0) Assert.DoesNotContain(token, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_form_shows_the_secret()
    {
        var options = new JourneyAppOptions
        {
            BaseAddress = new Uri("https://x.journeyapps.com/api/v4/d"),
            Credential = JourneyCredential.Basic("user", "hunter2"),
        };
        string all = string.Join('\n', options, options.Credential, JsonSerializer.Serialize(options), JsonSerializer.Serialize(options.Credential));
        Assert.DoesNotContain("hunter2", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String("user:hunter2"u8), all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://x.journeyapps.com/api/v4/d")]
    [InlineData("ftp://x.journeyapps.com/")]
    [InlineData("https://user:pw@x.journeyapps.com/api/v4/d")]
    [InlineData("https://x.journeyapps.com/api/v4/d?x=1")]
    public void A_base_address_that_would_leak_or_break_is_refused(string address)
        => Assert.Throws<ArgumentException>(() => JourneyAppOptions.Normalize(new Uri(address)));

    [Theory]
    [InlineData("http://localhost:5000/api/v4/d", "http://localhost:5000/api/v4/d/")]
    [InlineData("https://x.journeyapps.com/api/v4/d//", "https://x.journeyapps.com/api/v4/d/")]
    public void A_base_address_ends_in_one_slash(string address, string normal)
        => Assert.Equal(normal, JourneyAppOptions.Normalize(new Uri(address)).AbsoluteUri);

    [Fact]
    public void Documented_forms_of_addresses_are_built()
    {
        Assert.Equal(
            "https://62d541f4156bc4dd685318da.backend.us.journeyapps.com/api/v4/62d541ff9f54b7000706c585/",
            JourneyAppOptions.BaseAddressOf("62d541f4156bc4dd685318da", "us", "62d541ff9f54b7000706c585").AbsoluteUri);
        Assert.Equal("https://run-testing-us.journeyapps.com/api/v4/a1/", JourneyAppOptions.LegacyBaseAddressOf("a1", "us", "testing").AbsoluteUri);
        Assert.Equal("https://run.journeyapps.com/api/v4/a1/", JourneyAppOptions.LegacyBaseAddressOf("a1", "za").AbsoluteUri);
        Assert.Throws<ArgumentException>(() => JourneyAppOptions.BaseAddressOf("evil.com/", "us", "x"));
        Assert.Throws<ArgumentException>(() => JourneyAppOptions.LegacyBaseAddressOf("a1", "mars"));
        Assert.Throws<ArgumentException>(() => JourneyAppOptions.LegacyBaseAddressOf("a1", "us", "canary"));
    }
}
