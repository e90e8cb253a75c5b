using System.Net;
using System.Text;

namespace JourneyApps.Runtime.Tests.Http;

/// <summary>The other end of a client without a network: plays the given answers in turn and keeps what was asked.</summary>
internal sealed class FakeServer : HttpMessageHandler
{
    private readonly Queue<Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    public List<FakeRequest> Requests { get; } = [];

    /// <summary>What answers when nothing else is queued; null to fail the test.</summary>
    public Func<FakeRequest, HttpResponseMessage>? Otherwise { get; set; }

    public FakeServer Answer(HttpStatusCode status, string body = "", string mediaType = "application/json", Action<HttpResponseMessage>? more = null)
        => Answer(_ => Response(status, body, mediaType, more));

    public FakeServer Answer(Func<FakeRequest, HttpResponseMessage> answer) => AnswerAsync((request, _) => Task.FromResult(answer(request)));

    public FakeServer AnswerAsync(Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public FakeServer Throw(Exception fault) => AnswerAsync((_, _) => Task.FromException<HttpResponseMessage>(fault));

    public static HttpResponseMessage Response(
        HttpStatusCode status, string body = "", string mediaType = "application/json", Action<HttpResponseMessage>? more = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        more?.Invoke(response);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var kept = new FakeRequest(
            request.Method.Method, request.RequestUri!, body,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
        Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>>? answer;
        lock (Requests)
        {
            Requests.Add(kept);
            if (!_answers.TryDequeue(out answer) && Otherwise is { } otherwise) answer = (asked, _) => Task.FromResult(otherwise(asked));
        }
        HttpResponseMessage response = answer is null
            ? throw new InvalidOperationException($"No answer is left for {kept.Method} {kept.Uri}.")
            : await answer(kept, cancellationToken);
        response.RequestMessage ??= request;
        return response;
    }
}
