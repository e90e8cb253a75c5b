using System.Net;
using System.Reflection;
using Acme.Field;
using JourneyApps.Http;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Oplog;

namespace JourneyApps.Runtime.Tests.Http;

/// <summary>Limits that no timer takes are refused when the options are validated, not when a call is made.</summary>
public sealed class LimitTests
{
    private static readonly TimeSpan[] Bad =
        [TimeSpan.FromDays(25), TimeSpan.FromDays(60), TimeSpan.MaxValue, TimeSpan.MinValue, TimeSpan.FromSeconds(-5), TimeSpan.FromTicks(-1)];

    public static TheoryData<string> Limits
        => [.. typeof(JourneyAppOptions).GetProperties().Where(property => property.PropertyType == typeof(TimeSpan)).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_limit_that_no_timer_takes_is_refused_by_name_and_every_other_works(string name)
    {
        PropertyInfo property = typeof(JourneyAppOptions).GetProperty(name)!;
        foreach (TimeSpan value in Bad)
        {
            JourneyAppOptions options = Transports.Options(new FakeServer());
            property.SetValue(options, value);
            Assert.Contains(name, Assert.Throws<ArgumentException>(options.Validate).Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => new FieldApp(options));
        }
        int accepted = 0;
        foreach (TimeSpan value in (TimeSpan[])[TimeSpan.FromDays(24), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan])
        {
            JourneyAppOptions options = Transports.Options(new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, """{"count":1}""") }, TimeProvider.System);
            property.SetValue(options, value);
            try
            {
                options.Validate();
            }
            catch (ArgumentException)
            {
                continue;
            }
            accepted++;
            using var app = new FieldApp(options);
            Assert.Equal(1, await app.Jobs.CountAsync());
            using SocketsHttpHandler handler = JourneyHttpHandler.Create(options.ConnectTimeout);
            Assert.Equal(options.ConnectTimeout, handler.ConnectTimeout);
        }
        Assert.InRange(accepted, 2, 4);
    }

    [Fact]
    public void Options_of_calls_readers_and_batches_are_validated_too()
    {
        foreach (TimeSpan value in Bad)
        {
            Assert.Contains("Deadline", Assert.Throws<ArgumentException>(() => new RequestOptions { Deadline = value }).Message, StringComparison.Ordinal);
            Assert.Contains("PollInterval", Assert.Throws<ArgumentException>(() => new FollowOptions { PollInterval = value }).Message, StringComparison.Ordinal);
        }
        Assert.Equal(Timeout.InfiniteTimeSpan, new RequestOptions { Deadline = Timeout.InfiniteTimeSpan }.Deadline);
        Assert.Contains("MaxAttempts", Assert.Throws<ArgumentException>(() => new RequestOptions { MaxAttempts = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("MaxBytes", Assert.Throws<ArgumentException>(() => new DownloadOptions { MaxBytes = -1 }).Message, StringComparison.Ordinal);
        using var app = new FieldApp(Transports.Options(new FakeServer()));
        foreach (int bytes in (int[])[0, -1, int.MinValue, int.MaxValue])
        {
            ArgumentException fault = Assert.Throws<ArgumentException>(
                () => { _ = app.WriteAsync([BatchOperation.Delete(new Job().Id)], new BatchOptions { MaxRequestBytes = bytes }); });
            Assert.Contains("MaxRequestBytes", fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(1e-300, 1)]
    [InlineData(1e300, 1)]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_rate_limit_that_no_clock_can_keep_is_refused(double rate, int burst)
    {
        JourneyAppOptions options = Transports.Options(new FakeServer());
        options.RateLimit = new RequestRateLimit(rate, burst);
        Assert.Contains("RateLimit", Assert.Throws<ArgumentException>(options.Validate).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://x.backend.us.journeyapps.com")]
    [InlineData("https://x.backend.us.journeyapps.com/")]
    [InlineData("https://x.backend.us.journeyapps.com/api/v4")]
    [InlineData("https://x.backend.us.journeyapps.com/api/v4/")]
    [InlineData("https://x.backend.us.journeyapps.com/api/v3/62d541ff9f54b7000706c585")]
    [InlineData("https://x.backend.us.journeyapps.com/62d541ff9f54b7000706c585")]
    [InlineData("https://x.backend.us.journeyapps.com/api/v4/62d541ff9f54b7000706c585/objects")]
    [InlineData("https://x.backend.us.journeyapps.com/api/v4/62d5%2041")]
    public void An_address_that_is_not_of_a_deployment_is_refused_with_what_to_do(string address)
    {
        JourneyAppOptions options = Transports.Options(new FakeServer());
        options.BaseAddress = new Uri(address);
        ArgumentException fault = Assert.Throws<ArgumentException>(options.Validate);
        Assert.Contains("/api/v4/{id}", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Manage API", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://x.backend.us.journeyapps.com/api/v4/62d541ff9f54b7000706c585")]
    [InlineData("https://x.backend.us.journeyapps.com/api/v4/62d541ff9f54b7000706c585///")]
    [InlineData("https://gateway.example.com/journey/api/v4/62d541ff9f54b7000706c585/")]
    [InlineData("http://127.0.0.1:8080/api/v4/emulator")]
    public void An_address_of_a_deployment_is_accepted_also_below_a_gateways_path(string address)
    {
        JourneyAppOptions options = Transports.Options(new FakeServer());
        options.BaseAddress = new Uri(address);
        options.Validate();
    }
}
