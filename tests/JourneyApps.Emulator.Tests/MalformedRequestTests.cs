using System.Net.Http.Headers;
using System.Text;

namespace JourneyApps.Emulator.Tests;

/// <summary>Whatever comes in, the answer is one that the documentation knows.</summary>
public sealed class MalformedRequestTests(ITestOutputHelper output)
{
    private const int Requests = 5_000;

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private static readonly (string Method, string Path, int Seed)[] Targets =
    [
        ("GET", "objects/job.json", 0), ("POST", "objects/job.json", 0), ("POST", "objects/job.json", 4), ("PUT", "objects/job/613e4cb0-e665-4705-aaef-2fb91adacabd.json", 0),
        ("PATCH", "objects/job/613e4cb0-e665-4705-aaef-2fb91adacabd.json", 0), ("POST", "objects/job/query.json", 1), ("POST", "objects/job/search.json", 2),
        ("GET", "objects/job/count.json", 0), ("POST", "batch.json", 3), ("GET", "oplog.json", 0), ("GET", "users", 0), ("POST", "users/x/lock", 0), ("GET", "datamodel.json", 0),
        ("GET", "objects/%F0%9F/x.json", 0), ("GET", "objects//", 0), ("GET", "objects/job/..%2f..%2f.json", 0),
    ];

    private static readonly string[] Parameters =
    [
        "limit=", "limit=-1", "limit=99999999999999999999", "skip=1e3", "skip=9223372036854775807", "q[title]=%00", "q[title]=%ff%fe", "q[count]=NaN", "q[cost]=Infinity", "q[due.gte]=0000-00-00", "q[started_at]=9999-12-31T23:59:59.9Z",
        "q[nothing]=1", "q[]=1", "q[.]=1", "q[title.]=x", "q[.contains]=x", "sort[]=1", "sort[title]=", "sort[\"; drop table objects_1; --]=1", "embed=,,", "embed=nothing", "total=maybe", "start=-1", "start=9223372036854775807", "end=0", "tail=true",
        "sequence_ids=true", "q[title.null]=", "q[levels]=x", "q[where]=1", "q[picture.null]=true", "q[path]=1", "%5B%5D", "=", "&&&", "q[id]=%ed%a0%80",
    ];

    private static readonly string[] Seeds =
    [
        """{"job":{"title":"x","count":7,"cost":1.5,"due":"2016-01-01","started_at":"2016-01-01T00:00:00Z","done":true,"state":"new","grade":10,"tags":["a"],"levels":[1],"where":[1,2,3,4,5,"2016-01-01T00:00:00Z"],"path":{"a":[1]},"picture":{"base64":"aGVsbG8=","filename":"a.png"},"site_id":"6ac7fe8c-537f-4459-9de0-65675c478fe6"}}""",
        """{"expression":"(title = ? and count > ?) or tags contains ?","arguments":["x",1,["a"]],"limit":10,"skip":0,"sort":["-title"]}""",
        """{"query":"x"}""",
        """{"stop_on_error":false,"operations":[{"method":"put","object":{"type":"job","id":"613e4cb0-e665-4705-aaef-2fb91adacabd","title":"x"}},{"method":"delete","object":{"type":"job","id":"613e4cb0-e665-4705-aaef-2fb91adacabd"}}]}""",
        "job[title]=x&job[tags][]=a&job[where][latitude]=1",
    ];

    private static readonly string[] Fragments =
        ["null", "[]", "{}", "\"\\ud800\"", "\"\\u0000\"", "1e400", "-0", "99999999999999999999", "\"\"", "true", "[[[[", "\\", "\"", "{", "}", ",", ":", "\"base64\":\"", "\"operations\":", "?", "(", " or ", "\u00ff", "[\"\\udfff\"]", "{\"\\ud800\":1}"];

    private static readonly string[] ContentTypes = ["application/json", "application/json", "application/json", "application/x-www-form-urlencoded", "text/plain", "application/json; charset=utf-16", "multipart/form-data"];

    [Fact]
    public async Task Five_thousand_malformed_requests_are_answered_as_documented_and_never_with_a_5xx()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        await using Api api = await Api.StartAsync(options: new() { AcceptForms = true });
        Dictionary<int, int> statuses = [];
        for (int i = 0; i < Requests; i++)
        {
            using HttpRequestMessage request = Make(random);
            string told = $"seed {seed}, request {i}: {request.Method} {request.RequestUri} {(request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync())}";

            Answer answer = await api.SendAsync(request);

            statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;
            Assert.True(answer.Status is >= 200 and < 500, $"{answer.Status}: {told}");
            if (answer.Status < 400) continue;
            Assert.True(answer.Status is 400 or 404 or 422, $"{answer.Status}: {told}");
            answer.ExpectError(answer.Status, answer["type"].GetString()!);
        }

        output.WriteLine(string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{status.Key}: {status.Value}")));
        Assert.All([400, 404, 422], status => Assert.True(statuses.GetValueOrDefault(status) > Requests / 50, $"few {status}"));
        (await api.GetAsync("objects/job.json")).Expect(200);
    }

    private static HttpRequestMessage Make(Random random)
    {
        (string method, string path, int seed) = Targets[random.Next(Targets.Length)];
        if (random.Next(10) == 0) method = Pick(random, Methods);
        string query = string.Join('&', Enumerable.Range(0, random.Next(3)).Select(_ => Pick(random, Parameters)));
        HttpRequestMessage request = new(new HttpMethod(method), new Uri(query.Length == 0 ? path : $"{path}?{query}", UriKind.Relative));
        if (request.Method == HttpMethod.Get) return request;

        request.Content = new ByteArrayContent(Mutate(random, Seeds[seed]));
        string fitting = seed == 4 ? "application/x-www-form-urlencoded" : "application/json";
        if (random.Next(20) > 0) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(random.Next(10) > 0 ? fitting : Pick(random, ContentTypes));
        return request;
    }

    private static byte[] Mutate(Random random, string text)
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(text.Length + 1);
            int end = Math.Min(text.Length, at + random.Next(12));
            text = random.Next(4) switch
            {
                0 => text[..at],
                1 => text[..at] + text[end..],
                2 => text[..at] + Pick(random, Fragments) + text[end..],
                _ => text[..at] + Pick(random, Fragments) + text[at..],
            };
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0 && random.Next(5) == 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
