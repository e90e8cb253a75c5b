using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Runtime.Tests.Http;

/// <summary>Transports towards a fake server.</summary>
internal static class Transports
{
    public static JourneyAppOptions Options(FakeServer server, TimeProvider? time = null) => new()
    {
        BaseAddress = new Uri("https://x.backend.us.journeyapps.com/api/v4/d"),
        Credential = JourneyCredential.NamedToken("O:secret"),
        Handler = server,
        TimeProvider = time ?? new ManualTime { RunsByItself = true },
    };

    public static ApiTransport To(FakeServer server, TimeProvider? time = null, Action<JourneyAppOptions>? more = null)
    {
        JourneyAppOptions options = Options(server, time);
        more?.Invoke(options);
        return new ApiTransport(options.ToSettings());
    }

    public static readonly ApiRequest Read = new(HttpMethod.Get, "objects/job/1.json", "get") { Model = "job" };

    public static readonly ApiRequest Update = new(HttpMethod.Patch, "objects/job/1.json", "update")
    {
        Model = "job",
        IsWrite = true,
        SuccessMeansApplied = true,
        Body = new JsonBody("{}"u8),
    };

    public static readonly ApiRequest Once = Update with { Method = HttpMethod.Post, Operation = "create", Repeat = RepeatRule.OnlyWhenNotApplied };

    public static Task<string> SendAsync(this ApiTransport transport, ApiRequest request, CancellationToken cancellationToken = default)
        => transport.SendAsync(request, response => System.Text.Encoding.UTF8.GetString(response.Body.Span), cancellationToken);
}
